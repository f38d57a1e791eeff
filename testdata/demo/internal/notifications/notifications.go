// Package notifications sends the shop's transactional messages.
package notifications

import (
	"context"
	"crypto/rand"
	"net/http"
	"os"

	"example.com/shop/internal/accounts"
	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// NewClient leaks: the key is in the source and in every copy of it.
func NewClient() *customerio.APIClient {
	return customerio.NewAPIClient("5d0c7f3e9a1b4826d0e4f7a3b9c1e852")
}

// NewClientSafely reads the key when the program starts.
func NewClientSafely() *customerio.APIClient {
	return customerio.NewAPIClient(os.Getenv("CIO_APP_API_KEY"))
}

// Handler serves requests for a password reset.
type Handler struct {
	cio   *customerio.APIClient
	store *accounts.Store
}

// NewHandler returns the handler of password resets.
func NewHandler(cio *customerio.APIClient, store *accounts.Store) *Handler {
	return &Handler{cio: cio, store: store}
}

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a, ok := h.store.Find(r.FormValue("email"))
	if !ok {
		return // the answer must not tell who is a customer
	}
	link := "https://shop.example.com/reset?token=" + rand.Text()
	if err := h.resetRequested(r.Context(), a, link); err != nil {
		http.Error(w, "try again later", http.StatusBadGateway)
	}
}

// resetRequested leaks: the phone number is put into the message as it is.
func (h *Handler) resetRequested(ctx context.Context, a accounts.Account, link string) error {
	_, err := h.cio.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID: "password-reset",
		Identifiers:            map[string]string{"id": a.ID},
		To:                     a.Email,
		MessageData:            map[string]any{"reset_link": link, "phone": a.Phone},
	})
	return err
}

// ResetRequestedSafely keeps the link, which the message exists to deliver,
// and hashes the phone number.
func (h *Handler) ResetRequestedSafely(ctx context.Context, a accounts.Account, link string) error {
	_, err := h.cio.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID: "password-reset",
		Identifiers:            map[string]string{"id": a.ID},
		To:                     a.Email,
		MessageData:            sanitize.MessageData(map[string]any{"reset_link": link, "phone": a.Phone}),
	})
	return err
}
