package trial

import (
	"context"
	"net/http"
	"time"

	"services/set5/p21/profile"
)

type Upserter interface {
	Upsert(ctx context.Context, p *profile.Profile) error
}

type Handler struct{ Profiles Upserter }

func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user_id")
	p := profile.New(user,
		profile.WithPlan("trial"),
		profile.WithMobile(r.FormValue("mobile")),
		profile.WithTrialEnd(time.Now().AddDate(0, 0, 14)),
	)
	if err := h.Profiles.Upsert(r.Context(), p); err != nil {
		http.Error(w, "try again", http.StatusBadGateway)
		return
	}
	http.Redirect(w, r, "/welcome", http.StatusSeeOther)
}
