package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"os/signal"

	"services/set5/p46/clients"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type tenant struct {
	ID      string
	Owner   string
	Mobile  string
	Street  string
	Modules []string
}

func (t tenant) attributes() map[string]any {
	return map[string]any{"owner": t.Owner, "mobile": t.Mobile, "street": t.Street, "modules": t.Modules}
}

func run(ctx context.Context, dir string) error {
	pool, err := clients.Open(ctx, dir)
	if err != nil {
		return err
	}
	defer pool.Close()
	dec := json.NewDecoder(os.Stdin)
	for dec.More() && ctx.Err() == nil {
		var t tenant
		if err := dec.Decode(&t); err != nil {
			return err
		}
		err := pool.Do(ctx, func(c *customerio.CustomerIO) error {
			return c.IdentifyCtx(ctx, t.ID, sanitize.Attributes(t.attributes()))
		})
		if err != nil {
			log.Println(t.ID, err)
		}
	}
	return ctx.Err()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Getenv("CREDENTIALS_DIR")); err != nil {
		log.Fatal(err)
	}
}
