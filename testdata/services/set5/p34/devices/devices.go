package devices

import (
	"encoding/json"
	"net"
	"net/http"

	"services/set5/p34/limit"

	customerio "github.com/customerio/go-customerio/v3"
)

type API struct {
	client *customerio.CustomerIO
	limit  *limit.Window
}

func Mount(mux *http.ServeMux, client *customerio.CustomerIO, l *limit.Window) {
	a := &API{client: client, limit: l}
	mux.HandleFunc("POST /devices", a.add)
	mux.HandleFunc("DELETE /devices/{token}", a.remove)
}

func (a *API) add(w http.ResponseWriter, r *http.Request) {
	ip, _, _ := net.SplitHostPort(r.RemoteAddr)
	if !a.limit.Allow(ip) {
		w.WriteHeader(http.StatusTooManyRequests)
		return
	}
	var in struct {
		User, Token, Platform, Locale, Version string
		Quiet                                  bool
	}
	if json.NewDecoder(r.Body).Decode(&in) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	err := a.client.AddDeviceCtx(r.Context(), in.User, in.Token, in.Platform, map[string]any{
		"locale":      in.Locale,
		"app_version": in.Version,
		"quiet_hours": in.Quiet,
	})
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func (a *API) remove(w http.ResponseWriter, r *http.Request) {
	if err := a.client.DeleteDeviceCtx(r.Context(), r.URL.Query().Get("user"), r.PathValue("token")); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}
