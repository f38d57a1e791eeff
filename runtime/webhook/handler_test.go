package webhook_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/ciolint/ciolint/runtime/webhook"
)

// echo answers with the body it reads, and how long it was said to be.
var echo = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	fmt.Fprintf(w, "%d %q %s %v", r.ContentLength, r.TransferEncoding, body, err)
})

// unreachable fails the test if it is called.
func unreachable(t *testing.T) http.Handler {
	return http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the next handler was called") })
}

// serve starts a server with a verifier before next. Its refusals arrive in the channel.
func serve(t *testing.T, config webhook.Config, next http.Handler) (*httptest.Server, <-chan error) {
	rejected := make(chan error, 16)
	config.OnReject = func(_ *http.Request, err error) { rejected <- err }
	server := httptest.NewServer(newVerifier(t, config).Handler(next))
	t.Cleanup(server.Close)
	return server, rejected
}

func post(t *testing.T, url string, h http.Header, body io.Reader) (status int, answer string) {
	t.Helper()
	request, err := http.NewRequest(http.MethodPost, url, body)
	if err != nil {
		t.Fatal(err)
	}
	request.Header = h
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

// chunked hides how long a body is, so that it is sent in chunks.
func chunked(body string) io.Reader {
	return struct{ io.Reader }{iotest.HalfReader(strings.NewReader(body))}
}

func TestHandlerLeavesTheBodyReadable(t *testing.T) {
	server, _ := serve(t, webhook.Config{}, echo)
	long := strings.Repeat("0123456789abcdef", 50_000)
	for name, tt := range map[string]struct {
		send io.Reader
		body string
	}{
		"event":        {strings.NewReader(testEvent), testEvent},
		"empty":        {nil, ""},
		"long":         {strings.NewReader(long), long},
		"chunked":      {chunked(testEvent), testEvent},
		"chunked long": {chunked(long), long},
	} {
		t.Run(name, func(t *testing.T) {
			status, answer := post(t, server.URL, signed(testKey, tt.body), tt.send)
			want := fmt.Sprintf("%d [] %s <nil>", len(tt.body), tt.body)
			if status != http.StatusOK || answer != want {
				t.Errorf("got %d %.60s, want 200 %.60s", status, answer, want)
			}
		})
	}
}

func TestHandlerDoesNotChangeTheRequest(t *testing.T) {
	r := httptest.NewRequest(http.MethodPost, "/hook?x=1", chunked("body"))
	r.Header = signed(testKey, "body")
	before, called := *r, false
	next := http.HandlerFunc(func(_ http.ResponseWriter, got *http.Request) {
		called = true
		if got == r || got.URL != r.URL || got.Context() != r.Context() {
			t.Error("next did not get a copy of the request")
		}
	})
	newVerifier(t, webhook.Config{}).Handler(next).ServeHTTP(httptest.NewRecorder(), r)
	if !called || r.Body != before.Body || r.ContentLength != before.ContentLength {
		t.Error("the server's request was changed")
	}
}

func TestHandlerRefuses(t *testing.T) {
	const body = "0123456789"
	with := func(header, value string) http.Header {
		h := signed(testKey, body)
		h.Set(header, value)
		return h
	}
	without := func(header string) http.Header {
		h := signed(testKey, body)
		h.Del(header)
		return h
	}
	stale := http.Header{}
	webhook.Sign(stale, testKey, testNow.Add(-time.Hour), []byte(body))
	ahead := http.Header{}
	webhook.Sign(ahead, testKey, testNow.Add(time.Hour), []byte(body))
	large := strings.Repeat("x", 11)
	for _, tt := range []struct {
		name   string
		header http.Header
		body   io.Reader
		status int
		err    error
	}{
		{"no signature", without(webhook.SignatureHeader), strings.NewReader(body), 401, webhook.ErrMissingSignature},
		{"no timestamp", without(webhook.TimestampHeader), strings.NewReader(body), 401, webhook.ErrMissingTimestamp},
		{"wrong signature", signed(otherKey, body), strings.NewReader(body), 401, webhook.ErrSignature},
		{"no hex", with(webhook.SignatureHeader, "signature"), strings.NewReader(body), 401, webhook.ErrSignature},
		{"other body", signed(testKey, body), strings.NewReader("9876543210"), 401, webhook.ErrSignature},
		{"empty body", signed(testKey, body), nil, 401, webhook.ErrSignature},
		{"stale", stale, strings.NewReader(body), 401, webhook.ErrStale},
		{"from the future", ahead, strings.NewReader(body), 401, webhook.ErrStale},
		{"malformed timestamp", with(webhook.TimestampHeader, "today"), strings.NewReader(body), 400, webhook.ErrMalformedTimestamp},
		{"negative timestamp", with(webhook.TimestampHeader, "-1"), strings.NewReader(body), 400, webhook.ErrMalformedTimestamp},
		{"overflowing timestamp", with(webhook.TimestampHeader, "18446744073709551616"), strings.NewReader(body), 400, webhook.ErrMalformedTimestamp},
		{"empty timestamp", with(webhook.TimestampHeader, ""), strings.NewReader(body), 400, webhook.ErrMalformedTimestamp},
		{"too large", signed(testKey, large), strings.NewReader(large), 413, webhook.ErrBodyTooLarge},
		{"too large, chunked", signed(testKey, large), chunked(large), 413, webhook.ErrBodyTooLarge},
		{"too large, unsigned", http.Header{}, strings.NewReader(large), 413, webhook.ErrBodyTooLarge},
	} {
		t.Run(tt.name, func(t *testing.T) {
			server, rejected := serve(t, webhook.Config{MaxBody: 10}, unreachable(t))
			status, answer := post(t, server.URL, tt.header, tt.body)
			if status != tt.status || answer != http.StatusText(tt.status)+"\n" {
				t.Errorf("got %d %q, want %d and nothing more", status, answer, tt.status)
			}
			if err := <-rejected; !errors.Is(err, tt.err) {
				t.Errorf("OnReject got %v, want %v", err, tt.err)
			}
			if len(rejected) != 0 {
				t.Error("OnReject was called more than once")
			}
		})
	}
}

func TestHandlerTakesBodiesUpToTheLimit(t *testing.T) {
	server, _ := serve(t, webhook.Config{}, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	for size, want := range map[int]int{webhook.DefaultMaxBody: 200, webhook.DefaultMaxBody + 1: 413} {
		body := strings.Repeat("x", size)
		for _, send := range []io.Reader{strings.NewReader(body), chunked(body)} {
			if status, _ := post(t, server.URL, signed(testKey, body), send); status != want {
				t.Errorf("%d bytes: got %d, want %d", size, status, want)
			}
		}
	}
}

func TestHandlerKeepsToALimitSetBefore(t *testing.T) {
	v := newVerifier(t, webhook.Config{})
	server := httptest.NewServer(http.MaxBytesHandler(v.Handler(unreachable(t)), 3))
	defer server.Close()
	if status, _ := post(t, server.URL, signed(testKey, "body"), strings.NewReader("body")); status != 413 {
		t.Errorf("got %d, want 413", status)
	}
}

// What an unsigned request sends is not worth waiting for.
func TestHandlerRefusesByHeadersBeforeItReads(t *testing.T) {
	r := httptest.NewRequest(http.MethodPost, "/", iotest.ErrReader(errors.New("the body was read")))
	w := httptest.NewRecorder()
	newVerifier(t, webhook.Config{OnReject: func(_ *http.Request, err error) {
		if !errors.Is(err, webhook.ErrMissingSignature) {
			t.Error(err)
		}
	}}).Handler(unreachable(t)).ServeHTTP(w, r)
	if w.Code != http.StatusUnauthorized {
		t.Errorf("got %d, want 401", w.Code)
	}
}

func TestHandlerOfABodyThatBreaksOff(t *testing.T) {
	cause := fmt.Errorf("a reader that tells of pat@example.com: %w", os.ErrDeadlineExceeded)
	r := httptest.NewRequest(http.MethodPost, "/", iotest.ErrReader(cause))
	r.Header = signed(testKey, "body")
	w := httptest.NewRecorder()
	newVerifier(t, webhook.Config{OnReject: func(_ *http.Request, err error) {
		if !errors.Is(err, webhook.ErrBodyRead) || !errors.Is(err, os.ErrDeadlineExceeded) {
			t.Errorf("OnReject got %v, want %v and its cause", err, webhook.ErrBodyRead)
		}
		if strings.Contains(err.Error(), "pat@") {
			t.Errorf("error shows what the reader said: %v", err)
		}
	}}).Handler(unreachable(t)).ServeHTTP(w, r)
	if w.Code != http.StatusBadRequest {
		t.Errorf("got %d, want 400", w.Code)
	}
}

func TestHandlerOfARequestWithoutABody(t *testing.T) {
	w := httptest.NewRecorder()
	newVerifier(t, webhook.Config{}).Handler(echo).ServeHTTP(w, &http.Request{Header: signed(testKey, "")})
	if want := "0 []  <nil>"; w.Code != 200 || w.Body.String() != want {
		t.Errorf("got %d %q, want 200 %q", w.Code, w.Body, want)
	}
}

// The messages here are written byte by byte, because no HTTP client sends such things.
func TestHandlerOnTheWire(t *testing.T) {
	h := signed(testKey, "body")
	timestamp, signature := h.Get(webhook.TimestampHeader), h.Get(webhook.SignatureHeader)
	message := func(headers, body string) string {
		return "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n\r\n" + body
	}
	both := "X-CIO-Timestamp: " + timestamp + "\r\nX-CIO-Signature: " + signature
	for _, tt := range []struct {
		name, message string
		status        int
		err           error
	}{
		{"plain", message(both+"\r\nContent-Length: 4", "body"), 200, nil},
		{"header names in lower case", message(strings.ToLower(both)+"\r\ncontent-length: 4", "body"), 200, nil},
		{"white space", message("X-CIO-Timestamp:\t "+timestamp+" \t\r\nX-CIO-Signature:   "+signature+"  \r\nContent-Length: 4", "body"), 200, nil},
		{"upper-case hex", message("X-CIO-Timestamp: "+timestamp+"\r\nX-CIO-Signature: "+strings.ToUpper(signature)+"\r\nContent-Length: 4", "body"), 200, nil},
		{"headers twice", message(both+"\r\n"+both+"\r\nContent-Length: 4", "body"), 200, nil},
		{"chunks", message(both+"\r\nTransfer-Encoding: chunked", "1\r\nb\r\n3;x=y\r\nody\r\n0\r\n\r\n"), 200, nil},
		{"chunks with a trailer", message(both+"\r\nTrailer: X-Late\r\nTransfer-Encoding: chunked", "4\r\nbody\r\n0\r\nX-Late: 1\r\n\r\n"), 200, nil},
		{"signature as a trailer", message("X-CIO-Timestamp: "+timestamp+"\r\nTrailer: X-CIO-Signature\r\nTransfer-Encoding: chunked", "4\r\nbody\r\n0\r\nX-CIO-Signature: "+signature+"\r\n\r\n"), 401, webhook.ErrMissingSignature},
		{"more than the length says", message(both+"\r\nContent-Length: 4", "body of another length"), 200, nil},
		{"less than the length says", message(both+"\r\nContent-Length: 3", "body"), 401, webhook.ErrSignature},
		{"malformed chunk", message(both+"\r\nTransfer-Encoding: chunked", "zz\r\nbody\r\n0\r\n\r\n"), 400, webhook.ErrBodyRead},
		{"second signature differs", message(both+"\r\nX-CIO-Signature: "+flip(signature)+"\r\nContent-Length: 4", "body"), 401, webhook.ErrSignature},
		{"second timestamp differs", message("X-CIO-Timestamp: 1\r\n"+both+"\r\nContent-Length: 4", "body"), 400, webhook.ErrMalformedTimestamp},
	} {
		t.Run(tt.name, func(t *testing.T) {
			server, rejected := serve(t, webhook.Config{}, echo)
			conn := dial(t, server)
			io.WriteString(conn, tt.message)
			response, err := http.ReadResponse(bufio.NewReader(conn), nil)
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			if response.StatusCode != tt.status {
				t.Errorf("got %d, want %d", response.StatusCode, tt.status)
			}
			if tt.err != nil {
				if err := <-rejected; !errors.Is(err, tt.err) {
					t.Errorf("OnReject got %v, want %v", err, tt.err)
				}
			}
		})
	}
}

func dial(t *testing.T, server *httptest.Server) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	return conn
}

func TestHandlerOfAnEarlyDisconnect(t *testing.T) {
	server, rejected := serve(t, webhook.Config{}, unreachable(t))
	h := signed(testKey, "body")
	start := fmt.Sprintf("POST / HTTP/1.1\r\nHost: x\r\nX-CIO-Timestamp: %s\r\nX-CIO-Signature: %s\r\n",
		h.Get(webhook.TimestampHeader), h.Get(webhook.SignatureHeader))
	for name, message := range map[string]string{
		"before the body":         start + "Content-Length: 4\r\n\r\n",
		"within the body":         start + "Content-Length: 4\r\n\r\nbo",
		"within a chunk":          start + "Transfer-Encoding: chunked\r\n\r\n4\r\nbo",
		"before the last chunk":   start + "Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n",
		"where a chunk may begin": start + "Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			conn := dial(t, server)
			io.WriteString(conn, message)
			conn.Close()
			select {
			case err := <-rejected:
				if !errors.Is(err, webhook.ErrBodyRead) {
					t.Errorf("OnReject got %v, want %v", err, webhook.ErrBodyRead)
				}
			case <-time.After(10 * time.Second):
				t.Error("the handler did not notice")
			}
		})
	}
}

func TestHandlerOfABodyThatComesTooSlowly(t *testing.T) {
	const long, short = time.Hour, 50 * time.Millisecond
	for name, tt := range map[string]struct{ server, verifier time.Duration }{
		"the verifier's limit":         {0, short},
		"the server's limit":           {short, 0},
		"the server's shorter limit":   {short, long},
		"the verifier's shorter limit": {long, short},
	} {
		t.Run(name, func(t *testing.T) {
			rejected := make(chan error, 1)
			v := newVerifier(t, webhook.Config{ReadTimeout: tt.verifier, OnReject: func(_ *http.Request, err error) { rejected <- err }})
			server := httptest.NewUnstartedServer(v.Handler(unreachable(t)))
			server.Config.ReadTimeout = tt.server
			server.Start()
			defer server.Close()
			conn := dial(t, server)
			h := signed(testKey, "body")
			fmt.Fprintf(conn, "POST / HTTP/1.1\r\nHost: x\r\nX-CIO-Timestamp: %s\r\nX-CIO-Signature: %s\r\nContent-Length: 4\r\n\r\nbo",
				h.Get(webhook.TimestampHeader), h.Get(webhook.SignatureHeader))
			if err := <-rejected; !errors.Is(err, webhook.ErrBodyRead) || !errors.Is(err, os.ErrDeadlineExceeded) {
				t.Errorf("OnReject got %v, want %v and its cause", err, webhook.ErrBodyRead)
			}
		})
	}
}

// The server reads on after an answer, for as long as the sender likes if nobody sets a limit.
func TestSlowBodiesWithoutASignatureEnd(t *testing.T) {
	for name, length := range map[string]int{"a body": 4, "too large": webhook.DefaultMaxBody + 1} {
		t.Run(name, func(t *testing.T) {
			server, _ := serve(t, webhook.Config{ReadTimeout: 50 * time.Millisecond}, unreachable(t))
			conn := dial(t, server)
			fmt.Fprintf(conn, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\nbo", length)
			if _, err := io.Copy(io.Discard, conn); errors.Is(err, os.ErrDeadlineExceeded) {
				t.Error("the server did not close the connection")
			}
		})
	}
}

// The limit for the body is no limit for the handler, nor for the next request on the connection.
func TestReadTimeoutEndsWithTheBody(t *testing.T) {
	const limit = 50 * time.Millisecond
	server, _ := serve(t, webhook.Config{ReadTimeout: limit}, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
			t.Error("the limit ended the request's context")
		case <-time.After(2 * limit):
		}
	}))
	for range 2 {
		if status, _ := post(t, server.URL, signed(testKey, testEvent), strings.NewReader(testEvent)); status != http.StatusOK {
			t.Errorf("got %d, want 200", status)
		}
	}
}

func TestHandlerPassesTheContextOn(t *testing.T) {
	type contextKey struct{}
	next := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if r.Context().Value(contextKey{}) != "value" {
			t.Error("the context was lost")
		}
	})
	ctx := context.WithValue(context.Background(), contextKey{}, "value")
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/", bytes.NewReader([]byte("body")))
	r.Header = signed(testKey, "body")
	newVerifier(t, webhook.Config{}).Handler(next).ServeHTTP(httptest.NewRecorder(), r)
}

func TestZeroVerifiersHandlerRefusesEverything(t *testing.T) {
	var v webhook.Verifier
	for _, body := range []string{"", "body"} {
		r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
		r.Header = signed("", body)
		w := httptest.NewRecorder()
		v.Handler(unreachable(t)).ServeHTTP(w, r)
		if w.Code < 400 {
			t.Errorf("got %d for body %q", w.Code, body)
		}
	}
}
