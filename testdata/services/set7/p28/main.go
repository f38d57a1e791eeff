// Command p28 is an API.
package main

import (
	"io"
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p28/usage"
	"services/set7/p28/web"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/rates", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, `{"eur":1}`) })
	cio := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	var h http.Handler = mux
	for _, wrap := range []func(http.Handler) http.Handler{
		web.Meter(&usage.Sampler{Client: cio, Every: 10}),
		web.Limit(600),
	} {
		h = wrap(h)
	}
	log.Fatal(http.ListenAndServe(":8080", h))
}
