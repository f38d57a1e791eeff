package erasure

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"sync/atomic"
	"testing"
	"time"
)

// BenchmarkMillion is a run over a million people without network and rate limit, on a real disk, and the check of its
// journal. It reports what the journal costs on disk and the whole process in memory, the test's own part included:
//
//	go test -run '^$' -bench Million -benchtime 1x ./runtime/erasure
func BenchmarkMillion(b *testing.B) {
	const n = 1_000_000
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "erasure.jsonl")
		journal, err := OpenJournal(path, testKey)
		if err != nil {
			b.Fatal(err)
		}
		peak := watchMemory()
		s, err := newOffline(b, WithJournal(journal), WithConcurrency(200)).EraseAll(b.Context(), manyPeople(n))
		if err != nil || journal.Close() != nil {
			b.Fatal(s, err)
		}
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		begun := time.Now()
		report, err := VerifyJournal(path, testKey, s.Journal)
		if err != nil || report.Erased != n {
			b.Fatal(report, err)
		}
		took := time.Since(begun)
		b.ReportMetric(float64(info.Size())/n, "journal-B/person")
		b.ReportMetric(float64(peak())/(1<<20), "peak-MiB")
		b.ReportMetric(n/took.Seconds(), "verified-lines/s")
		b.ReportMetric(float64(info.Size())/(1<<20)/took.Seconds(), "verified-MiB/s")
	}
}

func manyPeople(n int) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for i := range n {
			if !yield(fmt.Sprintf("pat.%07d@example.com", i), nil) {
				return
			}
		}
	}
}

// watchMemory looks at all the memory that the runtime has from the system, every 5 ms, and returns a function that
// tells the most there was.
func watchMemory() (peak func() uint64) {
	var most atomic.Uint64
	done := make(chan struct{})
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	look := func() {
		metrics.Read(sample)
		most.Store(max(most.Load(), sample[0].Value.Uint64()-sample[1].Value.Uint64()))
	}
	go func() {
		for {
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
				look()
			}
		}
	}()
	return func() uint64 { close(done); return most.Load() }
}

// What a run keeps of each person in memory is bounded, and so is the journal: 100 MiB for a million people are 104
// bytes for each, and half of that is the garbage collector's.
func TestAPersonCostsLittle(t *testing.T) {
	const n = 20_000
	lines, write := io.Pipe()
	size := make(chan int64, 1)
	go func() {
		c := chain{keyed: newKeyed(testKey)}
		var total int64
		put := func(l line) {
			text, err := c.seal(l)
			if err != nil {
				t.Error(err)
			}
			total += int64(len(text))
			write.Write(text)
		}
		now := time.Now()
		put(line{What: whatBegin, Run: 1})
		for id := range manyPeople(n) {
			steps := []Step{{Suppress, 1}, {Delete, 1}}
			put(lineOf(Entry{Time: now, Run: 1, ID: id, Outcome: Erased, Steps: steps}, c.keyed, false))
		}
		write.Close()
		size <- total
	}()
	before := liveHeap()
	read, err := readJournal(lines, newKeyed(testKey))
	after := liveHeap()
	if err != nil || len(read.ledger.done) != n {
		t.Fatal(len(read.ledger.done), err)
	}
	memory, disk := int64(after-before)/n, <-size/n
	t.Logf("%d bytes of memory and %d bytes of journal a person", memory, disk)
	if memory > 52 || disk > 200 {
		t.Errorf("%d bytes of memory and %d bytes of journal a person", memory, disk)
	}
	runtime.KeepAlive(read)
}

func liveHeap() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}
