// Command relay passes the attributes that partners send on to Customer.io.
package main

import (
	"bytes"
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

const base = "https://track.customer.io/api/v1"

type relay struct {
	site, key string
	partner   string
	hc        http.Client
}

func (rl *relay) allowed(r *http.Request) bool {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	return ok && rl.partner != "" && subtle.ConstantTimeCompare([]byte(token), []byte(rl.partner)) == 1
}

func (rl *relay) put(ctx context.Context, id string, attributes []byte) error {
	target, err := url.JoinPath(base, "customers", url.PathEscape(id))
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, target, bytes.NewReader(attributes))
	if err != nil {
		return err
	}
	req.SetBasicAuth(rl.site, rl.key)
	req.Header.Set("Content-Type", "application/json")
	resp, err := rl.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}

func (rl *relay) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !rl.allowed(r) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 64<<10))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	clean, err := sanitize.JSON(raw)
	switch {
	case errors.Is(err, sanitize.ErrTooLarge):
		w.WriteHeader(http.StatusRequestEntityTooLarge)
		return
	case err != nil:
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if err := rl.put(r.Context(), r.PathValue("member"), clean); err != nil {
		log.Print(err)
		w.WriteHeader(http.StatusBadGateway)
	}
}

func main() {
	rl := &relay{site: os.Getenv("CIO_SITE_ID"), key: os.Getenv("CIO_API_KEY"), partner: os.Getenv("PARTNER_TOKEN")}
	rl.hc.Timeout = 10 * time.Second
	mux := http.NewServeMux()
	mux.Handle("PUT /members/{member}", rl)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
