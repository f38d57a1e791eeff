// Command vaultd shares documents.
package main

import (
	"context"
	"log"
	"log/slog"
	"net/http"
	"os"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p19/notify"
	"services/set3/p19/vault"
)

func audit(l *slog.Logger) notify.SinkFunc {
	return func(ctx context.Context, f notify.Fact) error {
		attrs := []any{"who", f.Who}
		for k, v := range f.Fields {
			attrs = append(attrs, k, v)
		}
		l.InfoContext(ctx, f.What, attrs...)
		return nil
	}
}

func main() {
	file, err := os.OpenFile("audit.log", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		log.Fatal(err)
	}
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	s := sanitize.New(sanitize.WithHashKey([]byte(os.Getenv("PII_KEY"))), sanitize.NeverSend("document"))
	out := notify.Fanout{Sinks: []notify.SinkFunc{
		audit(slog.New(slog.NewJSONHandler(file, nil))),
		func(ctx context.Context, f notify.Fact) error {
			return client.TrackCtx(ctx, f.Who, f.What, s.WithContext(ctx).Attributes(f.Fields))
		},
	}}
	http.Handle("POST /documents/{doc}/share", vault.Share(out))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
