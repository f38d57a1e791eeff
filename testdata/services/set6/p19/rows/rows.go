package rows

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

type Patient struct {
	Ref        string            `json:"ref"`
	NationalID string            `json:"national_id"`
	Email      string            `json:"email"`
	Consent    bool              `json:"consent"`
	Practice   string            `json:"practice"`
	Extra      map[string]string `json:"-"`
}

func Read(r io.Reader, each func(Patient) error) error {
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		var p Patient
		if err := json.Unmarshal(sc.Bytes(), &p); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if err := each(p); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return sc.Err()
}
