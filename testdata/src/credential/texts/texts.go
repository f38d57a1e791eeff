// Mode: always.

// Package texts decodes settings out of texts that stand in source.
package texts

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
	"gopkg.in/yaml.v3"
)

type settings struct {
	CIO struct {
		Site string `json:"site" yaml:"site"`
		Key  string `json:"key" yaml:"key"`
	} `json:"cio" yaml:"cio"`
	Region  string `json:"region"`
	Release string
}

const inJSON = `{"cio": {"site": "0a1b2c3d4e5f60718293", "key": "11aa22bb33cc44dd55ee"}, "region": "eu"}` // want `hardcoded site ID "0a1b…" \(20 characters\), from a text in the source, in customerio.NewTrackClient` `hardcoded track API key "11aa…"`

func fromJSON() (*customerio.CustomerIO, error) {
	var s settings
	if err := json.Unmarshal([]byte(inJSON), &s); err != nil {
		return nil, err
	}
	return customerio.NewTrackClient(s.CIO.Site, s.CIO.Key), nil
}

const inYAML = "cio:\n  site: 1a1b2c3d4e5f60718293\n  key: 21aa22bb33cc44dd55ee\n" // want `hardcoded site ID "1a1b…"` `hardcoded track API key "21aa…"`

func fromYAML() (*customerio.CustomerIO, error) {
	var s settings
	if err := yaml.Unmarshal([]byte(inYAML), &s); err != nil {
		return nil, err
	}
	return customerio.NewTrackClient(s.CIO.Site, s.CIO.Key), nil
}

func fromReader() (*customerio.APIClient, error) {
	var s struct{ Key *string }
	r := strings.NewReader(`{"key": "00112233445566778899aabbccddee07"}`) // want `hardcoded App API key "0011…" \(32 characters\)`
	if err := json.NewDecoder(r).Decode(&s); err != nil {
		return nil, err
	}
	return customerio.NewAPIClient(*s.Key), nil
}

const lines = "CIO_SITE=2a1b2c3d4e5f60718293\nCIO_KEY=31aa22bb33cc44dd55ee\n" // want `hardcoded site ID "2a1b…" \(20 characters\)` `hardcoded track API key "31aa…" \(20 characters\)`

func byHand() *customerio.CustomerIO {
	m := map[string]string{}
	for _, line := range strings.Split(lines, "\n") {
		if k, v, ok := strings.Cut(line, "="); ok {
			m[k] = v
		}
	}
	return customerio.NewTrackClient(m["CIO_SITE"], m["CIO_KEY"])
}

const scanned = "key 10112233445566778899aabbccddee07\n" // want `hardcoded App API key "1011…" \(32 characters\)`

func byScanner() *customerio.APIClient {
	sc := bufio.NewScanner(strings.NewReader(scanned))
	for sc.Scan() {
		if key, ok := strings.CutPrefix(sc.Text(), "key "); ok {
			return customerio.NewAPIClient(key)
		}
	}
	return nil
}

const pair = "3a1b2c3d4e5f60718293:41aa22bb33cc44dd55ee" // want `hardcoded site ID "3a1b…" \(20 characters\)` `hardcoded track API key "41aa…" \(20 characters\)`

func byCut() *customerio.CustomerIO {
	site, key, _ := strings.Cut(pair, ":")
	return customerio.NewTrackClient(site, key)
}

// All that follows is fine.

const template = `{"cio": {"site": "${CIO_SITE}", "key": ""}, "region": "eu", "release": "51aa22bb33cc44dd55ee"}`

func fromTemplate() (*customerio.CustomerIO, string, error) {
	var s settings
	if err := json.Unmarshal([]byte(os.ExpandEnv(template)), &s); err != nil {
		return nil, "", err
	}
	if key := os.Getenv("CIO_KEY"); key != "" {
		s.CIO.Key = key
	}
	return customerio.NewTrackClient(s.CIO.Site, s.CIO.Key), s.Release, nil
}

const release = "region: eu\nrelease: 61aa22bb33cc44dd55ee\ncio:\n  site: <your site>\n  key: changeme\n"

func fromPlaceholders() (*customerio.CustomerIO, string, error) {
	var s settings
	if err := yaml.Unmarshal([]byte(release), &s); err != nil {
		return nil, "", err
	}
	return customerio.NewTrackClient(s.CIO.Site, s.CIO.Key), s.Release, nil
}

// example is printed, and nothing else.
const example = `{"cio": {"site": "4a1b2c3d4e5f60718293", "key": "71aa22bb33cc44dd55ee"}}`

func fromAFile(name string) (*customerio.CustomerIO, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		println("write a file like this:", example)
		return nil, err
	}
	var s settings
	if err := json.Unmarshal(b, &s); err != nil {
		return nil, err
	}
	return customerio.NewTrackClient(s.CIO.Site, s.CIO.Key), nil
}
