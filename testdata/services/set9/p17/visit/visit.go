package visit

import "time"

type Visit struct {
	ID        string
	PatientID string
	Specialty string
	EndedAt   time.Time
	Diagnosis string
}

type Record struct {
	Who    string
	Fields map[string]any
}
