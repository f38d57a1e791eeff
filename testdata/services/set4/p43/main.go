package main

import (
	"log"
	"net/http"
	"os"

	"services/set4/p43/exit"
	"services/set4/p43/facts"
	"services/set4/p43/providers"
)

func main() {
	wallets := map[string]providers.Wallet{}
	door := exit.Open([]byte(os.Getenv("HASH_KEY")))
	http.HandleFunc("GET /app/{user}", func(w http.ResponseWriter, r *http.Request) {
		user := r.PathValue("user")
		known := facts.All(user, providers.Wallets(wallets), providers.Request(r))
		if err := door.Profile(user, known); err != nil {
			log.Print(err)
		}
		w.Write([]byte("welcome"))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
