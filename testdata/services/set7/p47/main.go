// Command p47 reports how often a CLI's commands were used.
package main

import (
	"bufio"
	"context"
	"log"
	"os"
	"strings"

	"services/set7/p47/beacon"
)

func main() {
	f, err := os.Open(os.ExpandEnv("$HOME/.tool_history"))
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	uses := map[string]int{}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		if cmd, _, _ := strings.Cut(sc.Text(), " "); cmd == "build" || cmd == "deploy" {
			uses[cmd]++
		}
	}
	b := beacon.New("tool/1.4")
	for _, cmd := range []string{"build", "deploy"} {
		if err := b.Count(context.Background(), os.Args[1], "used_"+cmd, uses[cmd]); err != nil {
			log.Print(err)
		}
	}
}
