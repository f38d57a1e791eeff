package erasure

import "context"

// put seals a line and returns when it is kept.
func (j *SealedJournal) put(ctx context.Context, l line) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.putLocked(ctx, l)
}

// putLocked is put with mu held, which it lets go of meanwhile.
func (j *SealedJournal) putLocked(ctx context.Context, l line) error {
	if j.err != nil {
		return j.err
	}
	text, err := j.chain.seal(l)
	if err != nil {
		return j.fail(err)
	}
	j.queue(text)
	if err := j.sync(ctx); err != nil {
		return err
	}
	j.ledger.apply(l)
	return nil
}

// queue adds a line to the last batch, or to a new one if that is full.
func (j *SealedJournal) queue(text []byte) {
	last := len(j.pending) - 1
	if last < 0 || len(j.pending[last].lines)+len(text) > maxBatch {
		j.pending = append(j.pending, batch{})
		last++
	}
	b := &j.pending[last]
	b.lines, b.head = append(b.lines, text...), j.chain.head()
}

// sync returns when every line so far is kept, or with the error that keeps it from that. Of those who wait, one writes
// for all. It is called with mu held, and lets go of it meanwhile.
func (j *SealedJournal) sync(ctx context.Context) error {
	want := j.chain.seq
	for j.err == nil && j.durable.Lines < want {
		if j.isWriting {
			j.flushed.Wait()
		} else {
			j.write(ctx)
		}
	}
	if j.durable.Lines >= want { // whatever happened to later ones
		return nil
	}
	return j.err
}

// write hands over the first batch. It is called with mu held, and lets go of it meanwhile.
func (j *SealedJournal) write(ctx context.Context) {
	b := j.pending[0]
	j.pending, j.isWriting = j.pending[1:], true
	j.mu.Unlock()
	err := j.to.Append(ctx, b.lines)
	j.mu.Lock()
	j.isWriting = false
	if err != nil {
		j.fail(err)
	} else {
		j.durable = b.head
	}
	j.flushed.Broadcast()
}

// fail stops the journal: a line may be half written, and none may follow it.
func (j *SealedJournal) fail(err error) error {
	j.err = asJournalError(err)
	return j.err
}
