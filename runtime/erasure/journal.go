package erasure

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// A Journal is the record of what was done to whom, when, and with what outcome: a file of JSON lines to which lines
// are only ever added. [VerifyJournal] checks one. Open it with [OpenJournal], hand it over with [WithJournal].
//
// Each line has a number, the SHA-256 of the line before it (prev), and an HMAC under the journal's key over all of
// that (mac), so that nobody without the key can change, remove, insert or reorder lines unnoticed. What one file
// cannot show is that lines are missing at its very end: keep a [Head] elsewhere for that.
//
// Lines are written and synced to disk in batches, one batch at a time while the next one gathers. A person counts as
// erased, and is reported so, when their lines are on disk.
//
//	{"seq":7,"time":"2026-01-02T15:04:05Z","run":1,"what":"delete","who":"9f3c...","outcome":"done","status":200,"attempts":1,"prev":"41d0...","mac":"77ab..."}
//
// "what" is suppress, delete or verify for a step; reject for an identifier that was refused; input for an error in
// the sequence; begin and end for a run; journal for the first line and torn for a repair. "who" is the person's
// [Pseudonym].
type Journal struct {
	keyed     keyed
	withIDs   bool
	file      journalFile
	flushed   sync.Cond
	mu        sync.Mutex
	chain     chain
	ledger    ledger
	pending   []byte // lines not yet written
	durable   Head   // up to here the file is on disk
	isWriting bool   // somebody writes a batch, without mu
	isRunning bool   // EraseAll is under way
	err       error  // the first failure; nothing is written after it
}

// journalFile is what a Journal needs of an *os.File.
type journalFile interface {
	io.Writer
	Sync() error
	Close() error
}

// A Head names the last line of a journal at some time. Keep it apart from the file: [VerifyJournal] then also finds
// out if lines were cut off the end.
type Head struct {
	Lines int64  // how many lines there were
	Hash  string // SHA-256 of the last one, in hex
}

// A JournalOption changes what is written to a [Journal].
type JournalOption func(*Journal)

// WithPlainIDs also records people's identifiers as they are. The journal then is personal data of those who asked to
// be forgotten, and has to be kept, and deleted, as such.
func WithPlainIDs() JournalOption {
	return func(j *Journal) { j.withIDs = true }
}

// minKey is the least number of bytes in a journal's key: below that, it can be guessed.
const minKey = 16

// OpenJournal opens or makes a journal file. The key, at least 16 and better 32 random bytes from a secret store,
// signs the lines and hides the people; without it the file can be neither checked nor continued.
//
// The whole file is checked. If its last line has no end, as after a crash, that fragment is taken off and put on
// record in a line of its own; whoever it was about is erased again. Any other damage is [ErrTampered], and the file
// stays as it is: put it away and begin another. All errors are [ErrJournal]; only one process can have the file open.
func OpenJournal(path string, key []byte, opts ...JournalOption) (*Journal, error) {
	if len(key) < minKey {
		return nil, fmt.Errorf("%w: %w: the key has less than %d bytes", ErrJournal, ErrConfig, minKey)
	}
	if err := checkKind(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %w", ErrJournal, err)
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrJournal, err)
	}
	j := &Journal{keyed: newKeyed(key), file: file}
	j.flushed.L = &j.mu
	for _, opt := range opts {
		opt(j)
	}
	if err := j.load(file); err != nil {
		file.Close()
		if errors.Is(err, ErrJournal) {
			return nil, err
		}
		return nil, fmt.Errorf("%w: %w", ErrJournal, err)
	}
	return j, nil
}

// checkKind refuses what is no regular file before it is opened: a pipe would be waited for, and a device forgets.
func checkKind(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a regular file", path)
	}
	return nil
}

// load reads the file, repairs its end, and leaves it ready for the next line.
func (j *Journal) load(file *os.File) error {
	if err := lock(file); err != nil {
		return err
	}
	read, err := readJournal(file, j.keyed)
	if err != nil && !errors.Is(err, ErrTorn) {
		return err
	}
	j.chain, j.ledger = read.chain, read.ledger
	j.durable = j.head()
	if len(read.fragment) > 0 {
		if err := file.Truncate(read.size); err != nil {
			return err
		}
		if err := j.add(time.Now(), entry{What: whatTorn, Fragment: printable(read.fragment)}); err != nil {
			return err
		}
	}
	if j.chain.seq == 0 {
		if err := j.add(time.Now(), entry{What: whatOpen, Nonce: rand.Text()}); err != nil {
			return err
		}
	}
	if err := j.sync(); err != nil {
		return err
	}
	return syncDir(filepath.Dir(file.Name()))
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

// Close writes what is pending and closes the file.
func (j *Journal) Close() error {
	return errors.Join(j.sync(), j.file.Close())
}

// Head returns the last line that is on disk.
func (j *Journal) Head() Head {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.durable
}

// Pseudonym is the name under which a journal with this key has a person: "who" in its lines, 64 hex digits. With it
// an auditor who knows the key can look a person up.
func Pseudonym(key []byte, id string) string { return newKeyed(key).person(id) }

// person adds a line about a person. It is on disk after the next sync. A nil Journal takes all lines.
func (j *Journal) person(now time.Time, e entry, id string) error {
	if j == nil {
		return nil
	}
	e.Who = j.keyed.person(id)
	if j.withIDs {
		e.ID = cut(id, maxID)
	}
	return j.add(now, e)
}

// add seals a line and leaves it pending.
func (j *Journal) add(now time.Time, e entry) error {
	if j == nil {
		return nil
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.err != nil {
		return j.err
	}
	e.Time = now.UTC().Format(time.RFC3339Nano)
	line, err := j.chain.seal(e)
	if err != nil {
		return j.fail(err)
	}
	j.pending = append(j.pending, line...)
	j.ledger.apply(e)
	return nil
}

// sync returns when every line added so far is on disk, or with the error that keeps it from there. Of those who wait,
// one writes for all.
func (j *Journal) sync() error {
	if j == nil {
		return nil
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	want := j.chain.seq
	for j.err == nil && j.durable.Lines < want {
		if j.isWriting {
			j.flushed.Wait()
		} else {
			j.write()
		}
	}
	return j.err
}

// write writes the pending lines as one batch. It is called with mu held, and lets go of it meanwhile.
func (j *Journal) write() {
	batch, head := j.pending, j.head()
	j.pending, j.isWriting = nil, true
	j.mu.Unlock()
	_, err := j.file.Write(batch)
	if err == nil {
		err = j.file.Sync()
	}
	j.mu.Lock()
	j.isWriting = false
	if err != nil {
		j.fail(err)
	} else {
		j.durable = head
	}
	j.flushed.Broadcast()
}

// fail stops the journal: a line may be half written, and none may follow it.
func (j *Journal) fail(err error) error {
	j.err = fmt.Errorf("%w: %w", ErrJournal, err)
	return j.err
}

func (j *Journal) head() Head { return Head{Lines: j.chain.seq, Hash: j.chain.prev} }
