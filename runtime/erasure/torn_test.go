package erasure

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"
)

// written is a journal as it was handed over: lines in batches, each of which was on disk before the next one began.
func written(t *testing.T, random *rand.Rand) (batches [][]byte) {
	t.Helper()
	c := chain{keyed: newKeyed(testKey)}
	for range 1 + random.IntN(8) {
		var b []byte
		for range 1 + random.IntN(30) {
			l := line{What: Erased.String(), Who: "0123456789abcdef0123456789abcdef", Suppress: 1, Delete: 1, Time: "2026-01-02T15:04:05.000Z"}
			text, err := c.seal(l)
			if err != nil {
				t.Fatal(err)
			}
			b = append(b, text...)
		}
		batches = append(batches, b)
	}
	return batches
}

// crashed is what a crash can leave of a file to whose durable part the last batch is being added: some of its blocks,
// cut off anywhere, or with zeros behind it.
func crashed(random *rand.Rand, durable, last []byte) []byte {
	file := append(bytes.Clone(durable), last...)
	for at := len(durable); at < len(file); {
		end := min(len(file), (at/512+1)*512) // what storage writes as a whole
		if random.IntN(3) == 0 {
			clear(file[at:end])
		}
		at = end
	}
	switch random.IntN(3) {
	case 0:
		file = file[:len(durable)+random.IntN(len(last)+1)]
	case 1:
		file = append(file, make([]byte, random.IntN(200_000))...)
	}
	return file
}

// Whatever a crash leaves is read as a crash, with every line that was acknowledged before, and is never called
// tampering.
func TestWhatACrashLeavesIsNeverTampering(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		batches := written(t, random)
		last := batches[len(batches)-1]
		durable := bytes.Join(batches[:len(batches)-1], nil)
		file := crashed(random, durable, last)
		read, err := readJournal(bytes.NewReader(file), newKeyed(testKey))
		if err != nil && !errors.Is(err, ErrTorn) {
			t.Fatalf("%v, %d durable bytes of %d:\n%q", err, len(durable), len(file), file[len(durable):])
		}
		if acknowledged := int64(bytes.Count(durable, []byte("\n"))); read.chain.seq < acknowledged {
			t.Fatalf("%d lines are left of %d", read.chain.seq, acknowledged)
		}
		if read.size+read.torn.size != int64(len(file)) {
			t.Fatalf("%d good and %d torn bytes of %d", read.size, read.torn.size, len(file))
		}
	}
}

// What changes a line that was acknowledged is never taken for a crash, unless it ends the journal there: then it is a
// cut, which a head shows.
func TestWhatChangesAnAcknowledgedLineIsNeverARepair(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		file := bytes.Join(written(t, random), nil)
		whole, err := readJournal(bytes.NewReader(file), newKeyed(testKey))
		if err != nil {
			t.Fatal(err)
		}
		changed := bytes.Clone(file)
		changed[random.IntN(len(file)-1)] ^= byte(1 + random.IntN(255))
		_, err = readJournal(bytes.NewReader(changed), newKeyed(testKey), whole.chain.head())
		if !errors.Is(err, ErrTampered) {
			t.Fatal(err)
		}
	}
}
