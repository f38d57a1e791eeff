// Command p15 is a game server.
package main

import (
	"bufio"
	"log"
	"net"
	"os"
	"strings"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p15/facts"
	"services/set7/p15/match"
	"services/set7/p15/retention"
)

func main() {
	lobby := &match.Lobby{
		Facts:    []match.Fact{facts.Score, facts.Playtime, facts.Origin},
		Reporter: retention.Campaigns{CustomerIO: customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_KEY"))},
	}
	ln, err := net.Listen("tcp", ":4000")
	if err != nil {
		log.Fatal(err)
	}
	for {
		conn, err := ln.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go func() {
			defer conn.Close()
			id, _ := bufio.NewReader(conn).ReadString('\n')
			p := &match.Player{ID: strings.TrimSpace(id), Conn: conn, Joined: time.Now()}
			lobby.End(p.ID, p)
		}()
	}
}
