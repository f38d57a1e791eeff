package webhook

import (
	"bufio"
	"errors"
	"net"
	"net/http"
)

// errNotHandled: the handler answered with something else than 2xx, so Customer.io will send the event again.
var errNotHandled = errors.New("webhook: event was not handled")

// serve calls next unless the event in body was handled before. It is not exported because the request must be
// verified: else anyone could use up the ID of an event yet to come.
func (d *Duplicates) serve(w http.ResponseWriter, r *http.Request, body []byte, next http.Handler) {
	event, err := ParseEvent(body)
	if err != nil {
		next.ServeHTTP(w, r) // holds no event, so next decides
		return
	}
	_, err = d.Do(r.Context(), event.EventID, func() error {
		watched := &statusWatcher{ResponseWriter: w}
		next.ServeHTTP(watched, r)
		return watched.outcome()
	})
	if err != nil && !errors.Is(err, errNotHandled) {
		// The sender gave up, or the server shuts down, while another request with this event was at work.
		http.Error(w, http.StatusText(http.StatusServiceUnavailable), http.StatusServiceUnavailable)
	}
}

// statusWatcher sees which status a handler answers with. What else the server's writer can do, an
// [http.ResponseController] finds behind it; what would tell of the answer without its knowledge it does itself.
type statusWatcher struct {
	http.ResponseWriter
	status   int // 0 until the header is written
	hijacked bool
}

func (s *statusWatcher) Unwrap() http.ResponseWriter { return s.ResponseWriter }

func (s *statusWatcher) WriteHeader(status int) {
	informational := status >= 100 && status < 200 // more headers follow
	if s.status == 0 && !informational {
		s.status = status
	}
	s.ResponseWriter.WriteHeader(status)
}

func (s *statusWatcher) Write(p []byte) (int, error) {
	s.begin()
	return s.ResponseWriter.Write(p)
}

// Flush serves handlers that ask for an [http.Flusher].
func (s *statusWatcher) Flush() { _ = s.FlushError() }

// FlushError is what an [http.ResponseController] calls: it writes the header, if nobody did.
func (s *statusWatcher) FlushError() error {
	err := http.NewResponseController(s.ResponseWriter).Flush()
	if err == nil {
		s.begin()
	}
	return err
}

// Hijack hands the connection over. What the sender gets then is not known.
func (s *statusWatcher) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := http.NewResponseController(s.ResponseWriter).Hijack()
	s.hijacked = s.hijacked || err == nil
	return conn, rw, err
}

// begin: what is written without a status has the status 200.
func (s *statusWatcher) begin() {
	if s.status == 0 {
		s.status = http.StatusOK
	}
}

// outcome is nil for 2xx, which is also what a handler gets that writes nothing. A hijacked connection counts as
// failed: the sender may have got no answer, and to handle an event twice is better than never.
func (s *statusWatcher) outcome() error {
	if !s.hijacked && (s.status == 0 || s.status >= 200 && s.status < 300) {
		return nil
	}
	return errNotHandled
}
