package main

import (
	"context"
	"flag"
	"log"

	"services/set8/p10/conn"
)

func main() {
	dir := flag.String("secrets", "/var/run/secrets/customerio", "folder of the secrets")
	flag.Parse()
	c, err := conn.Open(conn.EU(), conn.Dir(*dir), conn.Agent("clinic-reminders/1.0"))
	if err != nil {
		log.Fatal(err)
	}
	for _, id := range flag.Args() {
		if err := c.TrackCtx(context.Background(), id, "reminder_due", map[string]any{"channel": "email", "attempt": 1}); err != nil {
			log.Print(err)
		}
	}
}
