"""
A room without doors: `python tests/loopback_only.py COMMAND...` where the network has been taken away.

It brings up the loopback interface of a new network namespace, which is all there is in it, runs the command, and ends
with its status. The last line on standard error is how often anything in the room tried to reach beyond this machine.
"""

from __future__ import annotations

import fcntl
import shutil
import socket
import struct
import subprocess
import sys
from pathlib import Path

_GET_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 1
"""Of linux/sockios.h and linux/if.h: iproute2 may not be installed."""

SAYS = "tried to leave:"


def room() -> list[str] | None:
    """The words in front of a command that take the network from it; None where this machine does not let us."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return None
    # The second way is for a superuser where users may not make namespaces of their own.
    for way in (["unshare", "--map-root-user", "--net"], ["unshare", "--net"]):
        if subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0:
            return [*way, sys.executable, str(Path(__file__).resolve())]
    return None


def bring_up_loopback() -> None:
    """Bring up lo, the only interface."""
    assert [name for _, name in socket.if_nameindex()] == ["lo"], "this is not a network of our own"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        asked = fcntl.ioctl(any_socket, _GET_FLAGS, struct.pack("16sh14x", b"lo", 0))
        flags = struct.unpack("16sh14x", asked)[1] | _UP
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh14x", b"lo", flags))


def attempts() -> int:
    """How often somebody in this network asked for a way out, or asked a name server, since it was made."""
    four = _counters("Ip:", "/proc/net/snmp")["OutNoRoutes"]
    names = _counters("Udp:", "/proc/net/snmp")["OutDatagrams"]
    six = dict(line.split() for line in Path("/proc/net/snmp6").read_text().splitlines())["Ip6OutNoRoutes"]
    return four + names + int(six)


def _counters(which: str, file: str) -> dict[str, int]:
    names, values = (line.split()[1:] for line in Path(file).read_text().splitlines() if line.startswith(which))
    return dict(zip(names, map(int, values), strict=True))


def main() -> int:
    bring_up_loopback()
    status = subprocess.run(sys.argv[1:], check=False).returncode
    sys.stderr.write(f"\n{SAYS} {attempts()}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
