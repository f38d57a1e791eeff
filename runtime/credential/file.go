package credential

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
)

// maxFileSize bounds what a key file may hold. A key has tens of bytes, a JSON secret a few hundred; 64 KiB is also the
// most that the common secret managers store, so a larger file is a wrong path.
const maxFileSize = 64 << 10

// worldAccess is read and write for everybody: one loses the key, the other lets anybody put theirs in its place.
const worldAccess os.FileMode = 0o006

// FileOption changes what [File] accepts.
type FileOption func(*file)

// AllowWorldReadable accepts a file that every user of the machine may read. Use it where the permission bits do not
// decide who gets at the file, as in a container with a single user.
func AllowWorldReadable() FileOption {
	return func(f *file) { f.refused &^= 0o004 }
}

// File reads the key from a file, without the newline at its end.
//
// Each Get opens the path anew, so a change is never missed: a file renamed over the old one, a changed symbolic link
// anywhere in the path (Kubernetes swaps ..data in a Secret volume), or a write in place, whatever the modification time
// says. That costs a few microseconds; [Rotating] pays it once an interval, not once a request.
//
// A file that everybody may read or write is refused with [ErrInsecure], except on Windows, which has no such bits.
// Kubernetes mounts Secret volumes with mode 0644 unless told otherwise: set defaultMode: 0440 on the volume (with fsGroup in
// the pod's securityContext when it does not run as root), or pass [AllowWorldReadable]. Nothing allows a file that
// everybody may write.
//
// Further errors: [ErrEmpty], [ErrMalformed], a file larger than 64 KiB, not a regular file (a named pipe is not waited
// for), and those of package os (fs.ErrNotExist, fs.ErrPermission).
func File(path string, options ...FileOption) Source {
	f := file{path: path, refused: worldAccess}
	if runtime.GOOS == "windows" {
		f.refused = 0
	}
	for _, option := range options {
		option(&f)
	}
	return f
}

type file struct {
	path    string
	refused os.FileMode // permission bits that must not be set
}

func (f file) Get(ctx context.Context) (string, error) { return getKey(ctx, f) }

// Document reads the file without checking that it is a key. It returns when the context ends, also if the file is on a
// network file system that hangs.
func (f file) Document(ctx context.Context) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	return bounded(ctx, func(context.Context) (string, error) { return f.open() })
}

func (f file) open() (string, error) {
	opened, err := open(f.path)
	if err != nil {
		return "", fmt.Errorf("credential %w", err)
	}
	defer func() { _ = opened.Close() }()
	return f.read(opened)
}

// read judges and reads the very file that was opened: the path may name another one by now.
func (f file) read(opened *os.File) (string, error) {
	info, err := opened.Stat()
	if err != nil {
		return "", fmt.Errorf("credential %w", err)
	}
	if !info.Mode().IsRegular() {
		return "", fmt.Errorf("credential file %s: not a regular file", f.path)
	}
	if err := f.checkMode(info.Mode()); err != nil {
		return "", err
	}
	content, err := io.ReadAll(io.LimitReader(opened, maxFileSize+1))
	if err != nil {
		return "", fmt.Errorf("credential %w", err)
	}
	if len(content) > maxFileSize {
		return "", fmt.Errorf("credential file %s: larger than %d bytes", f.path, maxFileSize)
	}
	return trimNewline(string(content)), nil
}

func (f file) checkMode(mode os.FileMode) error {
	open := mode.Perm() & f.refused
	if open == 0 {
		return nil
	}
	access := "readable"
	if open&0o002 != 0 {
		access = "writable"
	}
	return fmt.Errorf("credential file %s is world-%s (mode %04o), %w: chmod it to 0600 or 0440 (in Kubernetes: defaultMode of the volume)",
		f.path, access, mode.Perm(), ErrInsecure)
}

func (f file) String() string { return "credential file " + f.path }
