package providers

import (
	"net/http"
	"strings"
	"time"

	"services/set4/p43/facts"
)

type Wallet struct {
	CardNumber string
	Points     int
}

func Wallets(ws map[string]Wallet) facts.Provider {
	return func(user string) map[string]any {
		w := ws[user]
		return map[string]any{"card_number": w.CardNumber, "points": w.Points}
	}
}

func Request(r *http.Request) facts.Provider {
	return func(string) map[string]any {
		ip, _, _ := strings.Cut(r.RemoteAddr, ":")
		return map[string]any{"ip_address": ip, "seen_at": time.Now().Unix()}
	}
}
