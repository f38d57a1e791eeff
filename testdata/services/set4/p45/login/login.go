package login

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"math/big"
	"net/url"
	"sync"
	"time"
)

type Channel interface {
	Link(ctx context.Context, user, email, link string) error
	Code(ctx context.Context, user, phone, code string) error
}

type Logins struct {
	Base    *url.URL
	Channel Channel

	mu   sync.Mutex
	open map[string]time.Time
}

func (l *Logins) remember(what string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open == nil {
		l.open = map[string]time.Time{}
	}
	l.open[what] = time.Now().Add(15 * time.Minute)
}

func (l *Logins) ByEmail(ctx context.Context, user, email string) error {
	var b [16]byte
	rand.Read(b[:])
	once := hex.EncodeToString(b[:])
	l.remember(once)
	link := l.Base.JoinPath("login", once)
	return l.Channel.Link(ctx, user, email, link.String())
}

func (l *Logins) ByPhone(ctx context.Context, user, phone string) error {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		return err
	}
	code := fmt.Sprintf("%06d", n)
	l.remember(code)
	return l.Channel.Code(ctx, user, phone, code)
}
