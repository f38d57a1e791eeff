package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type driver struct {
	Email         string  `json:"email"`
	City          string  `json:"city"`
	Rating        float64 `json:"rating"`
	Phone         string  `json:"phone"`
	LicenceNumber string  `json:"drivers_license_number"`
	Vehicle       struct {
		Make  string `json:"make"`
		Plate string `json:"license_plate"`
	} `json:"vehicle"`
}

type store map[string]driver

func load(name string) (store, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	s := store{}
	return s, json.Unmarshal(b, &s)
}

func put(ctx context.Context, h *http.Client, id string, d driver) error {
	body, err := json.Marshal(sanitize.Value(d))
	if err != nil {
		return err
	}
	u := fmt.Sprintf("https://track.customer.io/api/v1/customers/%s", url.PathEscape(id))
	req, err := http.NewRequestWithContext(ctx, "PUT", u, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.SetBasicAuth(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	req.Header.Set("Content-Type", "application/json")
	res, err := h.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != 200 {
		return fmt.Errorf("put: %s", res.Status)
	}
	return nil
}

func main() {
	file := flag.String("drivers", "drivers.json", "")
	flag.Parse()
	s, err := load(*file)
	if err != nil {
		log.Fatal(err)
	}
	h := &http.Client{Timeout: 10 * time.Second}
	for id, d := range s {
		if err := put(context.Background(), h, id, d); err != nil {
			log.Print(err)
		}
	}
}
