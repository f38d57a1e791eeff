package main

import (
	"encoding/json"
	"log"
	"net"
	"net/http"
	"os"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

type registration struct {
	Token      string `json:"token"`
	Platform   string `json:"platform"`
	AppVersion string `json:"app_version"`
	OSVersion  string `json:"os_version"`
}

type handler struct {
	cio *customerio.CustomerIO
}

func clientIP(r *http.Request) string {
	if f := r.Header.Get("X-Forwarded-For"); f != "" {
		first, _, _ := strings.Cut(f, ",")
		return strings.TrimSpace(first)
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return ""
	}
	return host
}

func (h handler) register(w http.ResponseWriter, r *http.Request) {
	var in registration
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	switch in.Platform {
	case "ios", "android":
	default:
		http.Error(w, "platform", http.StatusUnprocessableEntity)
		return
	}
	extra := map[string]any{
		"app_version": in.AppVersion,
		"os_version":  in.OSVersion,
	}
	if ip := clientIP(r); ip != "" {
		extra["last_ip"] = ip
	}
	if err := h.cio.AddDeviceCtx(r.Context(), r.PathValue("user"), in.Token, in.Platform, extra); err != nil {
		log.Println("add device:", err)
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusCreated)
}

func main() {
	h := handler{cio: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	http.HandleFunc("PUT /users/{user}/devices", h.register)
	log.Fatal(http.ListenAndServe(os.Getenv("ADDR"), nil))
}
