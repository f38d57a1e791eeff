package main

import (
	"log"
	"net/http"
	"os"

	"services/set5/p04/web"

	customerio "github.com/customerio/go-customerio/v3"
)

type upgrade struct {
	Plan  string `json:"plan"`
	Seats int    `json:"seats"`
}

type api struct {
	cio *customerio.CustomerIO
}

func (a *api) upgraded(c *web.Context) error {
	var in upgrade
	if err := c.Bind(&in); err != nil {
		return c.JSON(http.StatusBadRequest, map[string]string{"error": err.Error()})
	}
	err := a.cio.TrackCtx(c.R.Context(), c.R.PathValue("workspace"), "plan_upgraded", map[string]any{
		"plan":  in.Plan,
		"seats": in.Seats,
	})
	if err != nil {
		return err
	}
	return c.JSON(http.StatusAccepted, in)
}

func main() {
	a := &api{cio: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	r := web.NewRouter()
	r.POST("/workspaces/{workspace}/upgrade", a.upgraded)
	log.Fatal(http.ListenAndServe(":8081", r))
}
