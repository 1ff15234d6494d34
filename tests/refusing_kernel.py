"""What a disk or a network share refuses, brought about by the kernel: from then on it answers a call with an error.

Linux has that for every process without any rights (seccomp, prctl(2)); it holds until the process ends. `refuse` is
for a process of its own.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys

# calls by name: number on each kind of machine, and which second arguments are meant (all, if none)
_CALLS = {"x86_64": {"fcntl": 72, "pwrite64": 18, "sendfile": 40, "copy_file_range": 326},
          "aarch64": {"fcntl": 25, "pwrite64": 68, "sendfile": 71, "copy_file_range": 285}}
SET_LOCK = 6, 7  # F_SETLK, F_SETLKW
NO_LOCKS, FULL = errno.ENOLCK, errno.ENOSPC
GRANTED = 0  # the call does nothing, and says that all went well: a share that promises locks and keeps none
POSSIBLE = sys.platform == "linux" and platform.machine() in _CALLS
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06  # instructions of the filter: BPF_LD|W|ABS, BPF_JMP|JEQ|K, BPF_RET|K
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_CALL_AT, _SECOND_AT = 0, 24  # in struct seccomp_data


def refuse(names: tuple[str, ...], code: int, second: tuple[int, ...] = ()) -> None:
    """From now on these calls of this thread fail with `code`, those alone with one of the arguments `second`."""
    numbers = [_CALLS[platform.machine()][name] for name in names]
    program = b"".join(_program(number, code, second) for number in numbers) + _step(_RETURN, 0, 0, _ALLOW)
    filters = ctypes.create_string_buffer(program, len(program))
    about = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(filters))
    libc = ctypes.CDLL(None, use_errno=True)
    for arguments in ((38, 1, 0, 0, 0), (22, 2, ctypes.c_char_p(about), 0, 0)):  # NO_NEW_PRIVS, SECCOMP
        if libc.prctl(*arguments):
            raise OSError(ctypes.get_errno(), "prctl")


def _program(number: int, code: int, second: tuple[int, ...]) -> bytes:
    end = _step(_RETURN, 0, 0, _ERRNO | code)
    if not second:
        return _step(_LOAD, 0, 0, _CALL_AT) + _step(_EQUAL, 0, 1, number) + end
    tests = b"".join(_step(_EQUAL, len(second) - at - 1, 0 if at < len(second) - 1 else 1, value)
                     for at, value in enumerate(second))
    return (_step(_LOAD, 0, 0, _CALL_AT) + _step(_EQUAL, 0, len(second) + 2, number) + _step(_LOAD, 0, 0, _SECOND_AT)
            + tests + end)


def _step(what: int, if_so: int, if_not: int, value: int) -> bytes:
    return struct.pack("HBBI", what, if_so, if_not, value)
