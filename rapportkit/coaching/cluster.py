"""Marking on a Dask cluster that is there already. The only place that knows the distributed package."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from rapportkit.errors import RapportError


@contextmanager
def executor_at(scheduler: str) -> Iterator[Executor]:
    """
    The workers of the cluster at *scheduler*, such as `tcp://10.0.0.5:8786`; rapportkit must be installed there too.

    It is the one thing of ours that opens a connection, to the machine that a coach has named.

    Raises:
        RapportError: distributed is not installed, or nobody answers at that address.
    """
    try:
        from distributed import Client
    except ImportError:
        raise RapportError(
            '--scheduler needs the package distributed. Install it with: pip install "rapportkit[cluster]"'
        ) from None
    try:
        client = Client(scheduler, timeout=10)
    except (OSError, ValueError, TypeError) as error:
        reason = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        raise RapportError(f"No Dask scheduler answers at '{scheduler}' ({reason}). Check the address.") from None
    with client, client.get_executor(pure=False) as executor:
        yield executor
