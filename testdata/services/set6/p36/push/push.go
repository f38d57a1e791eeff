package push

import (
	"encoding/json"
	"net/http"
	"strings"
)

type Registration struct {
	UserID     string `json:"user_id"`
	PushToken  string `json:"push_token"`
	Platform   string `json:"platform"`
	AppVersion string `json:"app_version"`
	Locale     string `json:"locale"`
	RemoteIP   string `json:"-"`
}

type Devices interface {
	AddDevice(customerID, deviceID, platform string, data map[string]any) error
	DeleteDevice(customerID, deviceID string) error
}

type Handler struct {
	Devices Devices
	limiter map[string]int
}

func New(d Devices) *Handler { return &Handler{Devices: d, limiter: make(map[string]int)} }

func (h *Handler) Register(w http.ResponseWriter, r *http.Request) {
	var in Registration
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil || in.PushToken == "" {
		http.Error(w, "bad registration", http.StatusBadRequest)
		return
	}
	in.RemoteIP, _, _ = strings.Cut(r.RemoteAddr, ":")
	if h.limiter[in.RemoteIP]++; h.limiter[in.RemoteIP] > 100 {
		http.Error(w, "slow down", http.StatusTooManyRequests)
		return
	}
	attrs := map[string]any{"app_version": in.AppVersion, "locale": in.Locale}
	if err := h.Devices.AddDevice(in.UserID, in.PushToken, strings.ToLower(in.Platform), attrs); err != nil {
		http.Error(w, "later", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (h *Handler) Unregister(w http.ResponseWriter, r *http.Request) {
	if err := h.Devices.DeleteDevice(r.PathValue("user"), r.PathValue("token")); err != nil {
		http.Error(w, "later", http.StatusServiceUnavailable)
	}
}
