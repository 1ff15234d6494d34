"""What a disk or a network share refuses, brought about by the kernel: from then on it answers a call with an error.

Linux has that for every process without any rights (seccomp, prctl(2)); it holds until the process ends. `refuse` is
for a process of its own.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys

# calls by name, and their numbers on each kind of machine
_CALLS = {"x86_64": {"fcntl": 72, "pwrite64": 18, "sendfile": 40, "copy_file_range": 326, "openat": 257},
          "aarch64": {"fcntl": 25, "pwrite64": 68, "sendfile": 71, "copy_file_range": 285, "openat": 56}}
SET_LOCK = 1, (6, 7)  # which argument of fcntl, counted from 0, and its values: F_SETLK, F_SETLKW
NEW_FILE = 2, (os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW,)  # of openat, as SQLite makes its journal
NO_LOCKS, FULL, FORBIDDEN = errno.ENOLCK, errno.ENOSPC, errno.EACCES
GRANTED = 0  # the call does nothing, and says that all went well: a share that promises locks and keeps none
POSSIBLE = sys.platform == "linux" and platform.machine() in _CALLS
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06  # instructions of the filter: BPF_LD|W|ABS, BPF_JMP|JEQ|K, BPF_RET|K
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_CALL_AT, _ARGUMENTS_AT = 0, 16  # in struct seccomp_data


def refuse(names: tuple[str, ...], code: int, alone: tuple[int, tuple[int, ...]] = (0, ())) -> None:
    """From now on these calls of this thread fail with `code`; with `alone`, those that have one of these values in
    this argument.
    """
    numbers = [_CALLS[platform.machine()][name] for name in names]
    program = b"".join(_program(number, code, *alone) for number in numbers) + _step(_RETURN, 0, 0, _ALLOW)
    filters = ctypes.create_string_buffer(program, len(program))
    about = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(filters))
    libc = ctypes.CDLL(None, use_errno=True)
    for arguments in ((38, 1, 0, 0, 0), (22, 2, ctypes.c_char_p(about), 0, 0)):  # NO_NEW_PRIVS, SECCOMP
        if libc.prctl(*arguments):
            raise OSError(ctypes.get_errno(), "prctl")


def _program(number: int, code: int, argument: int, values: tuple[int, ...]) -> bytes:
    end = _step(_RETURN, 0, 0, _ERRNO | code)
    if not values:
        return _step(_LOAD, 0, 0, _CALL_AT) + _step(_EQUAL, 0, 1, number) + end
    tests = b"".join(_step(_EQUAL, len(values) - at - 1, 0 if at < len(values) - 1 else 1, value)
                     for at, value in enumerate(values))
    return (_step(_LOAD, 0, 0, _CALL_AT) + _step(_EQUAL, 0, len(values) + 2, number)
            + _step(_LOAD, 0, 0, _ARGUMENTS_AT + 8 * argument) + tests + end)


def _step(what: int, if_so: int, if_not: int, value: int) -> bytes:
    return struct.pack("HBBI", what, if_so, if_not, value)
