package erasure

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"
)

// A SealedJournal is a [Journal] of JSON lines to which lines are only ever added. [VerifyJournal] and [VerifyLines]
// check one. Make it with [OpenJournal] or [NewJournal].
//
// Each line has a number and an HMAC (mac) under the journal's key over its text and the mac of the line before, so that
// nobody without the key can change, remove, insert or reorder lines unnoticed. What the lines alone cannot show is that
// some are missing at their very end: keep a [Head] elsewhere for that.
//
// Lines are handed over in batches, one batch at a time while the next one gathers. A person counts as erased, and is
// reported so, when their line is kept.
//
//	{"seq":7,"time":"2026-01-02T15:04:05.123Z","run":1,"what":"erased","who":"9f3c...","suppress":1,"delete":1,"mac":"77ab..."}
//
// "what" is what became of a person: started (by Erase), erased, failed, invalid (the identifier was refused),
// unreadable (the sequence gave an error) or interrupted; begin and end for a run; journal for the first line and torn
// for a repair. "who" is the person's [Pseudonym]; suppress, delete and verify are the numbers of requests that these
// steps took; failed is the step that did not succeed, with its status, attempts and error.
type SealedJournal struct {
	keyed   *keyed
	withIDs bool
	seen    []Head
	to      Appender
	close   func() error
	flushed sync.Cond

	mu        sync.Mutex
	chain     chain
	ledger    ledger
	pending   []batch // lines not yet handed over
	durable   Head    // up to here they are kept
	isWriting bool    // somebody hands over a batch, without mu
	isRunning bool    // EraseAll is under way
	err       error   // the first failure; nothing is recorded after it
}

// A batch is some lines that are handed over together, and the last of them.
type batch struct {
	lines []byte
	head  Head
}

// maxBatch bounds a batch, and so what a crash can leave half written.
const maxBatch = 64 << 10

// An Appender is an append-only log that acknowledges: a queue, a table, a log service. Append adds whole lines, each
// with its line feed, behind all that it was given before, once and in their order, and returns nil only when they
// cannot get lost any more. It is not called twice at the same time. After an error it is not called again, as it is
// unknown what is kept: read the log and make another journal on top of it. A batch has up to 64 KiB, more only if a
// single line has.
type Appender interface {
	Append(ctx context.Context, lines []byte) error
}

// A Head names the last line of a journal at some time. Keep it apart from the journal: [WithHead], [VerifyJournal] and
// [VerifyLines] then also find out if lines were cut off the end.
type Head struct {
	Lines int64  `json:"lines"` // how many lines there were
	MAC   string `json:"mac"`   // of the last one, in hex
}

// A JournalOption changes what is written to a [SealedJournal], or what is asked of its past.
type JournalOption func(*SealedJournal)

// WithPlainIDs also records people's identifiers as they are. The journal then is personal data of those who asked to
// be forgotten, and has to be kept, and deleted, as such.
func WithPlainIDs() JournalOption {
	return func(j *SealedJournal) { j.withIDs = true }
}

// WithHead has the journal refused with [ErrTampered] unless it still has all the lines that were there when these heads
// were taken. Without one, lines that were cut off the end, or a file that was deleted, are not noticed.
func WithHead(seen ...Head) JournalOption {
	return func(j *SealedJournal) { j.seen = append(j.seen, seen...) }
}

// NewJournal makes a journal that hands its lines to a log, for services without a disk of their own. Past is what the
// log holds already, from its first line to its last, nil if nothing: it is read at once, checked, and continued, so that
// a run goes on where it stopped. The context bounds the first line.
//
// The key is as for [OpenJournal]. All errors are [ErrJournal]; an incomplete last line is [ErrTorn], and is to be left
// out of past.
func NewJournal(ctx context.Context, to Appender, past io.Reader, key []byte, opts ...JournalOption) (*SealedJournal, error) {
	if to == nil {
		return nil, fmt.Errorf("%w: %w: the Appender is nil", ErrJournal, ErrConfig)
	}
	j, err := newSealed(key, opts)
	if err != nil {
		return nil, err
	}
	read := contents{chain: j.chain}
	if past == nil {
		err = read.checkEnd(j.seen)
	} else {
		read, err = readJournal(past, j.keyed, j.seen...)
	}
	if err != nil {
		return nil, asJournalError(err)
	}
	j.to, j.close = to, func() error { return nil }
	if err := j.begin(ctx, read); err != nil {
		return nil, err
	}
	return j, nil
}

func newSealed(key []byte, opts []JournalOption) (*SealedJournal, error) {
	if err := checkKey(key); err != nil {
		return nil, err
	}
	j := &SealedJournal{keyed: newKeyed(key)}
	j.chain.keyed = j.keyed
	j.flushed.L = &j.mu
	for _, opt := range opts {
		if opt == nil {
			return nil, fmt.Errorf("%w: %w: an option is nil", ErrJournal, ErrConfig)
		}
		opt(j)
	}
	return j, nil
}

// asJournalError makes an error that is ErrJournal of whatever went wrong.
func asJournalError(err error) error {
	if err == nil || errors.Is(err, ErrJournal) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrJournal, err)
}

// begin takes up what was read and adds the lines that a journal begins with: its first one, or the record of a repair.
func (j *SealedJournal) begin(ctx context.Context, read contents) error {
	j.chain, j.ledger = read.chain, read.ledger
	j.durable = j.chain.head()
	if read.torn.size > 0 {
		if err := j.put(ctx, line{What: whatTorn, Time: stamp(time.Now()), Fragment: printable(read.torn.start), Bytes: read.torn.size}); err != nil {
			return err
		}
	}
	if j.durable.Lines == 0 {
		return j.put(ctx, line{What: whatOpen, Time: stamp(time.Now()), Nonce: rand.Text()})
	}
	return nil
}

// Close records nothing more: what is under way is kept, or its error returned, and the file closed.
func (j *SealedJournal) Close() error {
	j.mu.Lock()
	err := j.sync(context.Background())
	if j.err == nil {
		j.fail(errors.New("it is closed"))
	}
	j.mu.Unlock()
	return errors.Join(err, j.close())
}

// Head returns the last line that is kept.
func (j *SealedJournal) Head() Head {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.durable
}

// Pseudonym is the name under which a journal with this key has a person: "who" in its lines, 32 hex digits. With it
// an auditor who knows the key can look a person up.
func Pseudonym(key []byte, id string) string {
	return newKeyed(key).person(id).String()
}

// Begin implements [Journal].
func (j *SealedJournal) Begin(ctx context.Context, at time.Time, where Workspace) (run int64, err error) {
	workspace := j.keyed.workspace(where)
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.isRunning {
		return 0, fmt.Errorf("%w: another run is under way", ErrJournal)
	}
	run = j.ledger.run
	if !j.ledger.unended || j.ledger.workspace != workspace {
		run++
	}
	j.isRunning = true
	if err := j.putLocked(ctx, line{What: whatBegin, Time: stamp(at), Run: run, Workspace: workspace}); err != nil {
		j.isRunning = false
		return 0, err
	}
	return run, nil
}

// End implements [Journal]. A run that left somebody stays open, for another to go on with it.
func (j *SealedJournal) End(ctx context.Context, at time.Time, run int64, s Summary) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.isRunning = false
	return j.putLocked(ctx, line{
		What: whatEnd, Time: stamp(at), Run: run, People: s.People, Left: s.Left(), Complete: s.IsComplete(),
	})
}

// Record implements [Journal].
func (j *SealedJournal) Record(ctx context.Context, e Entry) error {
	return j.put(ctx, lineOf(e, j.keyed, j.withIDs))
}

// Done implements [Journal].
func (j *SealedJournal) Done(id string) (at time.Time, verified bool) {
	person := j.keyed.person(id)
	j.mu.Lock()
	defer j.mu.Unlock()
	m, ok := j.ledger.done[person.short()]
	if !ok {
		return time.Time{}, false
	}
	return m.at(), m.isVerified()
}
