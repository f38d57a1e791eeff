package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"services/set6/p23/rawapi"
)

func main() {
	c := &rawapi.Client{HTTP: &http.Client{Timeout: 5 * time.Second}, Site: os.Getenv("CIO_SITE_ID"), Key: os.Getenv("CIO_API_KEY")}
	http.HandleFunc("POST /login", func(w http.ResponseWriter, r *http.Request) {
		p := rawapi.Person{
			Email:  r.FormValue("email"),
			Phone:  r.FormValue("phone"),
			LastIP: r.RemoteAddr,
		}
		if err := c.Put(r.Context(), r.FormValue("uid"), p); err != nil {
			log.Println(err)
		}
		http.Redirect(w, r, "/", http.StatusSeeOther)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
