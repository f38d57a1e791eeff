package gateway

import (
	"crypto/subtle"
	"encoding/json"
	"net/http"
	"strings"
)

type Bus interface {
	Publish(topic string, payload any) error
}

type Gateway struct {
	bus      Bus
	crmToken string
}

func New(bus Bus, crmToken string) *Gateway { return &Gateway{bus, crmToken} }

func (g *Gateway) Register(mux *http.ServeMux) {
	mux.Handle("POST /webhooks/crm", g.bearer(g.crm))
	mux.HandleFunc("POST /webhooks/customerio", g.customerio)
}

func (g *Gateway) bearer(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		if g.crmToken == "" || subtle.ConstantTimeCompare([]byte(given), []byte(g.crmToken)) != 1 {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	})
}

func (g *Gateway) crm(w http.ResponseWriter, r *http.Request) { forward(w, r, g.bus, "crm") }

type reportingEvent struct {
	EventID    string          `json:"event_id"`
	ObjectType string          `json:"object_type"`
	Metric     string          `json:"metric"`
	Data       json.RawMessage `json:"data"`
}

func (g *Gateway) customerio(w http.ResponseWriter, r *http.Request) {
	var ev reportingEvent
	if err := json.NewDecoder(r.Body).Decode(&ev); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if err := g.bus.Publish("customerio."+ev.ObjectType+"."+ev.Metric, ev.Data); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func forward(w http.ResponseWriter, r *http.Request, bus Bus, topic string) {
	var payload map[string]any
	if err := json.NewDecoder(r.Body).Decode(&payload); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if bus.Publish(topic, payload) != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}
