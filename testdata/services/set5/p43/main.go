// Command purge removes test accounts and closed accounts from the workspace.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"slices"
	"time"
)

type entity struct {
	Type        string            `json:"type"`
	Action      string            `json:"action"`
	Identifiers map[string]string `json:"identifiers"`
}

type batch struct {
	Batch []entity `json:"batch"`
}

var httpClient = &http.Client{Timeout: 30 * time.Second}

func post(b batch) error {
	body, err := json.Marshal(b)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, "https://track.customer.io/api/v2/batch", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.SetBasicAuth(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	req.Header.Set("Content-Type", "application/json")
	resp, err := httpClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		text, _ := io.ReadAll(io.LimitReader(resp.Body, 1024))
		return fmt.Errorf("batch: %s: %s", resp.Status, text)
	}
	return nil
}

func main() {
	size := flag.Int("size", 100, "people a request")
	flag.Parse()
	var ids []string
	for sc := bufio.NewScanner(os.Stdin); sc.Scan(); {
		ids = append(ids, sc.Text())
	}
	failed := 0
	for chunk := range slices.Chunk(ids, *size) {
		var b batch
		for _, id := range chunk {
			b.Batch = append(b.Batch, entity{
				Type:        "person",
				Action:      "delete",
				Identifiers: map[string]string{"id": id},
			})
		}
		if err := post(b); err != nil {
			log.Print(err)
			failed += len(chunk)
		}
	}
	log.Printf("%d of %d failed", failed, len(ids))
}
