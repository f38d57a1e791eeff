package erasure

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// OpenJournal opens or makes a journal file. The key, at least 16 and better 32 random bytes from a secret store,
// signs the lines and hides the people; without it the file can be neither checked nor continued. One that can be guessed
// is refused.
//
// The whole file is checked, and with [WithHead] also that it still has the lines it had. If its end is incomplete, as
// after a crash, that is taken off and put on record in a line of its own; whoever it was about is erased again. An end
// is taken for that if it is the beginning of a line, zeros of any number, or both, with what else a crash can leave of
// the last 64 KiB written. Any other damage is [ErrTampered], and the file stays as it is: put it away and begin another.
//
// The file has mode 0600 when it is made. One that everybody may write is refused, and with [WithPlainIDs] one that
// everybody may read (except on Windows, which has no such bits). All errors are [ErrJournal]; only one process can have
// the file open. If it is moved or deleted meanwhile, the journal can record no more.
func OpenJournal(path string, key []byte, opts ...JournalOption) (*SealedJournal, error) {
	j, err := newSealed(key, opts)
	if err != nil {
		return nil, err
	}
	if err := checkKind(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, asJournalError(err)
	}
	file, err := os.OpenFile(path, j.openFlags()|noWait, 0o600)
	if errors.Is(err, fs.ErrNotExist) && j.openFlags()&os.O_CREATE == 0 {
		err = fmt.Errorf("%w: %w", ErrTampered, err)
	}
	if err != nil {
		return nil, asJournalError(err)
	}
	j.to, j.close = &fileLog{file: file, isInPlace: inPlace(file)}, file.Close
	if err := j.load(file); err != nil {
		file.Close()
		return nil, asJournalError(err)
	}
	return j, nil
}

// openFlags do not make a file that somebody has seen lines of.
func (j *SealedJournal) openFlags() int {
	flags := os.O_RDWR | os.O_APPEND
	for _, head := range j.seen {
		if head.Lines > 0 {
			return flags
		}
	}
	return flags | os.O_CREATE
}

// checkKind refuses what is no regular file: a pipe would be waited for, and a device forgets.
func checkKind(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	return checkRegular(path, info)
}

// checkRegular is checkKind for a file that is open: something else may have taken its place before that.
func checkRegular(path string, info fs.FileInfo) error {
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a regular file", path)
	}
	return nil
}

// load reads the file, repairs its end, and leaves it ready for the next line.
func (j *SealedJournal) load(file *os.File) error {
	if err := j.checkMode(file); err != nil {
		return err
	}
	if err := lock(file); err != nil {
		return err
	}
	read, err := readJournal(file, j.keyed, j.seen...)
	if err != nil && !errors.Is(err, ErrTorn) {
		return err
	}
	if read.torn.size > 0 {
		if err := file.Truncate(read.size); err != nil {
			return err
		}
	}
	if err := j.begin(context.Background(), read); err != nil {
		return err
	}
	return syncDir(filepath.Dir(file.Name()))
}

// checkMode refuses what is no file, one that others can change, and one that names people to everybody.
func (j *SealedJournal) checkMode(file *os.File) error {
	info, err := file.Stat()
	if err == nil {
		err = checkRegular(file.Name(), info)
	}
	if err != nil || runtime.GOOS == "windows" {
		return err
	}
	open, mode := "", info.Mode().Perm()
	switch {
	case mode&0o002 != 0:
		open = "may be written by everybody"
	case mode&0o004 != 0 && j.withIDs:
		open = "names people and may be read by everybody"
	default:
		return nil
	}
	return fmt.Errorf("%w: %s %s (mode %04o): chmod it to 0600", ErrConfig, file.Name(), open, mode)
}

// syncDir makes a new file's name durable. Where directories cannot be opened or synced, there is nothing to do.
func syncDir(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer dir.Close()
	dir.Sync()
	return nil
}

// logFile is what a fileLog needs of an *os.File.
type logFile interface {
	io.Writer
	Sync() error
}

// inPlace returns a function that says whether the file is still where it was opened. If it is not, its lines are written
// and nobody finds them, or another process has begun a journal in its place.
func inPlace(file *os.File) func() error {
	path := file.Name()
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return func() error {
		opened, err := file.Stat()
		if err != nil {
			return err
		}
		if now, err := os.Stat(path); err != nil || !os.SameFile(opened, now) {
			return fmt.Errorf("%s was moved or deleted while it was open", path)
		}
		return nil
	}
}

// A fileLog is a file as an [Appender].
type fileLog struct {
	file      logFile
	isInPlace func() error
}

// Append returns when the lines are on disk. A disk has no way to be interrupted.
func (f *fileLog) Append(_ context.Context, lines []byte) error {
	if err := f.isInPlace(); err != nil {
		return err
	}
	if _, err := f.file.Write(lines); err != nil {
		return err
	}
	return f.file.Sync()
}
