// Mode: unless-clean.

// Package serverless takes requests as structs, as functions in a cloud do.
package serverless

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

// Request is like that of Lambda behind API Gateway.
type Request struct {
	HTTPMethod      string
	Path            string
	Headers         map[string]string
	Body            string
	IsBase64Encoded bool
}

type Response struct {
	StatusCode int
	Headers    map[string]string
	Body       string
}

type event struct {
	EventID    string `json:"event_id"`
	ObjectType string `json:"object_type"`
	Metric     string `json:"metric"`
}

type store interface {
	Save(ctx context.Context, e event) error
}

type function struct {
	key   string
	store store
}

// header ranges over the headers, whose names come in any case.
func header(h map[string]string, name string) string {
	for k, v := range h {
		if strings.EqualFold(k, name) {
			return v
		}
	}
	return ""
}

func (f *function) good(ts, sig, body string) bool {
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute {
		return false
	}
	m := hmac.New(sha256.New, []byte(f.key))
	m.Write([]byte("v0:" + ts + ":" + body))
	return hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(sig))
}

func (f *function) bare(ctx context.Context, req Request) (Response, error) { // want `bare takes Customer.io webhooks and is not verified`
	var e event
	if err := json.Unmarshal([]byte(req.Body), &e); err != nil {
		return Response{StatusCode: http.StatusBadRequest}, nil
	}
	return Response{StatusCode: http.StatusOK}, f.store.Save(ctx, e)
}

func (f *function) barePointer(ctx context.Context, req *Request) (*Response, error) { // want `barePointer takes Customer.io webhooks and is not verified`
	var e event
	if err := json.Unmarshal([]byte(req.Body), &e); err != nil {
		return &Response{StatusCode: http.StatusBadRequest}, nil
	}
	return &Response{StatusCode: http.StatusOK}, f.store.Save(ctx, e)
}

func (f *function) bareSecond(ctx context.Context, req Request, e2 store) (Response, error) {
	var e event
	if err := json.Unmarshal([]byte(req.Body), &e); err != nil {
		return Response{StatusCode: http.StatusBadRequest}, nil
	}
	return Response{StatusCode: http.StatusOK}, e2.Save(ctx, e)
}

func (f *function) unsafe(ctx context.Context, req Request) (Response, error) {
	m := hmac.New(sha256.New, []byte(f.key))
	m.Write([]byte("v0:" + header(req.Headers, "X-CIO-Timestamp") + ":" + req.Body))
	if header(req.Headers, "X-CIO-Signature") != hex.EncodeToString(m.Sum(nil)) { // want `compared by !=` `never compared with the clock`
		return Response{StatusCode: http.StatusUnauthorized}, nil
	}
	var e event
	_ = json.Unmarshal([]byte(req.Body), &e)
	return Response{StatusCode: http.StatusOK}, f.store.Save(ctx, e)
}

func (f *function) goesOn(ctx context.Context, req Request) (Response, error) {
	res := Response{StatusCode: http.StatusOK}
	if !f.good(header(req.Headers, "x-cio-timestamp"), header(req.Headers, "x-cio-signature"), req.Body) { // want `handled all the same`
		res.StatusCode = http.StatusUnauthorized
	}
	var e event
	_ = json.Unmarshal([]byte(req.Body), &e)
	return res, f.store.Save(ctx, e)
}

// All that follows is fine.

func (f *function) right(ctx context.Context, req Request) (Response, error) {
	if !f.good(header(req.Headers, "X-CIO-Timestamp"), header(req.Headers, "X-CIO-Signature"), req.Body) {
		return Response{StatusCode: http.StatusUnauthorized}, nil
	}
	var e event
	if err := json.Unmarshal([]byte(req.Body), &e); err != nil {
		return Response{StatusCode: http.StatusBadRequest}, nil
	}
	return Response{StatusCode: http.StatusOK}, f.store.Save(ctx, e)
}

// encoded is base64 on the way.
func (f *function) encoded(ctx context.Context, req Request) (Response, error) {
	body := []byte(req.Body)
	if req.IsBase64Encoded {
		var err error
		if body, err = base64.StdEncoding.DecodeString(req.Body); err != nil {
			return Response{StatusCode: http.StatusBadRequest}, nil
		}
	}
	headers := http.Header{}
	for k, v := range req.Headers {
		headers.Set(k, v)
	}
	if !f.good(headers.Get("X-CIO-Timestamp"), headers.Get("X-CIO-Signature"), string(body)) {
		return Response{StatusCode: http.StatusUnauthorized}, nil
	}
	var e event
	if err := json.Unmarshal(body, &e); err != nil {
		return Response{StatusCode: http.StatusBadRequest}, nil
	}
	return Response{StatusCode: http.StatusOK}, f.store.Save(ctx, e)
}

// lower lowers the names first.
func (f *function) lower(ctx context.Context, req Request) (Response, error) {
	lower := map[string]string{}
	for k, v := range req.Headers {
		lower[strings.ToLower(k)] = v
	}
	if !f.good(lower["x-cio-timestamp"], lower["x-cio-signature"], req.Body) {
		return Response{}, errors.New("unauthorized")
	}
	var e event
	_ = json.Unmarshal([]byte(req.Body), &e)
	return Response{StatusCode: http.StatusOK}, f.store.Save(ctx, e)
}

// token knows the sender in another way.
func (f *function) token(ctx context.Context, req Request) (Response, error) {
	if header(req.Headers, "Authorization") != "Bearer "+os.Getenv("HOOK_TOKEN") {
		return Response{StatusCode: http.StatusUnauthorized}, nil
	}
	var e event
	_ = json.Unmarshal([]byte(req.Body), &e)
	return Response{StatusCode: http.StatusOK}, f.store.Save(ctx, e)
}

func main() {
	f := &function{key: os.Getenv("KEY")} // want `KEY, which may be empty`
	start(f.bare)
	start(f.barePointer)
	start(f.unsafe)
	start(f.goesOn)
	start(f.right)
	start(f.encoded)
	start(f.lower)
	start(f.token)
}

var start func(handler any) // like lambda.Start
