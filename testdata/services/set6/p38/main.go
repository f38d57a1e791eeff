// Command seats mirrors the workspaces' members once an hour.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/customerio/go-customerio/v3"
)

type member struct {
	ID         string   `json:"id"`
	Email      string   `json:"email"`
	Password   string   `json:"password"`
	APIToken   string   `json:"api_token"`
	Role       string   `json:"role"`
	Workspaces []string `json:"workspaces"`
}

type view struct {
	Email      string `json:"email"`
	Role       string `json:"role"`
	Workspaces int    `json:"workspace_count"`
	UsesAPI    bool   `json:"uses_api"`
}

func (m member) view() view {
	return view{Email: m.Email, Role: m.Role, Workspaces: len(m.Workspaces), UsesAPI: m.APIToken != ""}
}

func asMap[T any](v T) (map[string]any, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var m map[string]any
	err = json.Unmarshal(raw, &m)
	return m, err
}

type mirror struct {
	list  func(context.Context) ([]member, error)
	write func(ctx context.Context, id string, attrs map[string]any) error
	last  map[string]view
}

func (mi *mirror) once(ctx context.Context) error {
	all, err := mi.list(ctx)
	if err != nil {
		return err
	}
	for _, m := range all {
		v := m.view()
		if mi.last[m.ID] == v {
			continue
		}
		attrs, err := asMap(v)
		if err != nil {
			return err
		}
		if err := mi.write(ctx, m.ID, attrs); err != nil {
			return fmt.Errorf("member %s: %w", m.ID, err)
		}
		mi.last[m.ID] = v
	}
	return nil
}

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	mi := &mirror{
		list: func(ctx context.Context) (out []member, err error) {
			req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("MEMBERS_URL"), nil)
			if err != nil {
				return nil, err
			}
			resp, err := http.DefaultClient.Do(req)
			if err != nil {
				return nil, err
			}
			defer resp.Body.Close()
			return out, json.NewDecoder(resp.Body).Decode(&out)
		},
		write: cio.IdentifyCtx,
		last:  map[string]view{},
	}
	for ; ; time.Sleep(time.Hour) {
		if err := mi.once(context.Background()); err != nil {
			log.Println(err)
		}
	}
}
