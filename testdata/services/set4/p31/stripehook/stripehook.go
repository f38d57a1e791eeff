package stripehook

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

type Paid struct {
	Customer string `json:"customer"`
	Amount   int64  `json:"amount_paid"`
	Currency string `json:"currency"`
}

type Handler struct {
	Secret []byte
	OnPaid func(Paid) error
}

func (h Handler) valid(header string, body []byte) bool {
	var at, v1 string
	for _, kv := range strings.Split(header, ",") {
		switch k, v, _ := strings.Cut(kv, "="); k {
		case "t":
			at = v
		case "v1":
			v1 = v
		}
	}
	sec, err := strconv.ParseInt(at, 10, 64)
	if err != nil || len(h.Secret) == 0 || time.Since(time.Unix(sec, 0)).Abs() > 5*time.Minute {
		return false
	}
	sum, err := hex.DecodeString(v1)
	if err != nil {
		return false
	}
	mac := hmac.New(sha256.New, h.Secret)
	mac.Write([]byte(at + "."))
	mac.Write(body)
	return hmac.Equal(sum, mac.Sum(nil))
}

func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<16))
	if err != nil || !h.valid(r.Header.Get("Stripe-Signature"), body) {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	var e struct {
		Type string
		Data struct{ Object Paid }
	}
	if json.Unmarshal(body, &e) == nil && e.Type == "invoice.paid" {
		if h.OnPaid(e.Data.Object) != nil {
			w.WriteHeader(http.StatusInternalServerError)
		}
	}
}
