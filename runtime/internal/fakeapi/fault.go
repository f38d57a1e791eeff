package fakeapi

import (
	"math/rand/v2"
	"net/http"
	"strconv"
	"sync"
)

// A Kind says how a request goes wrong.
type Kind uint8

const (
	None      Kind = iota // it does not
	Refuse                // answered with Status; nothing is done
	Drop                  // the connection is cut before anything is done
	LoseReply             // it is done, and then the connection is cut
)

// A Fault is what happens to one request. The zero Fault lets it pass.
type Fault struct {
	Kind       Kind
	Status     int    // for Refuse
	RetryAfter string // header text, for Refuse; none if empty
	Location   string // header text, for Refuse with a redirect
	Body       string // for Refuse; {} if empty
}

// SetFault decides the fate of every request from now on; nil lets all pass. The function is called from many
// goroutines at once.
func (s *Server) SetFault(fault func(*http.Request) Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fault = fault
}

// RandomFaults lets the given share of requests fail, in turn by 500, 503, 429 with and without Retry-After, a cut
// connection, and a lost reply. The same seed gives the same sequence of fates.
func RandomFaults(seed uint64, share float64) func(*http.Request) Fault {
	var mu sync.Mutex
	random := rand.New(rand.NewPCG(seed, seed))
	faults := []Fault{
		{Kind: Refuse, Status: http.StatusInternalServerError},
		{Kind: Refuse, Status: http.StatusServiceUnavailable},
		{Kind: Refuse, Status: http.StatusTooManyRequests},
		{Kind: Refuse, Status: http.StatusTooManyRequests, RetryAfter: "0"},
		{Kind: Drop},
		{Kind: LoseReply},
	}
	return func(*http.Request) Fault {
		mu.Lock()
		defer mu.Unlock()
		if random.Float64() >= share {
			return Fault{}
		}
		return faults[random.IntN(len(faults))]
	}
}

func (s *Server) faultFor(r *http.Request) Fault {
	s.mu.Lock()
	fault := s.fault
	s.mu.Unlock()
	if fault == nil {
		return Fault{}
	}
	return fault(r)
}

// write lets the client see the fault.
func (f Fault) write(w http.ResponseWriter) {
	if f.Kind != Refuse {
		panic(http.ErrAbortHandler) // cuts the connection without a word in the log
	}
	if f.RetryAfter != "" {
		w.Header().Set("Retry-After", f.RetryAfter)
	}
	if f.Location != "" {
		w.Header().Set("Location", f.Location)
	}
	body := f.Body
	if body == "" {
		body = "{}"
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(f.Status)
	w.Write([]byte(body))
}
