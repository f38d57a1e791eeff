package pii

import (
	"strings"
	"testing"
)

// Data, and words that leave them what they are or make something else of them: all pairs are tried.
var (
	strictData = strings.Fields(`ssn tax_id national_id passport_number drivers_license_number cpf curp pesel codice_fiscale aadhaar nric dni
		voter_id nhs_number card_number credit_card cvv pin iban bank_account account_number routing_number sort_code password passphrase
		api_key client_secret private_key access_token jwt otp verification_code mrn health_insurance_number fingerprint_template dna_sequence`)
	hashData  = strings.Fields(`phone phone_number mobile fax ip ip_address ipv6 address street_address address_line_1 latitude idfa imei mac_address`)
	factData  = strings.Fields(`diagnosis medication pregnancy disability hiv_status religion ethnicity political_party union_membership sexual_orientation citizenship criminal_record`)
	roleWords = strings.Fields(`user customer member employee patient spouse parent guardian billing shipping home work primary secondary alternate current
		previous new old last signup raw plain full unverified`)
	valueTails  = strings.Fields(`value text string raw full formatted data details confirmation`)
	digestTails = strings.Fields(`hash hashed digest encrypted`)
	aboutTails  = strings.Fields(`updated_at changed_on date timestamp expires_at verified confirmed valid enabled required provided present missing on_file linked
		connected uploaded changed expired blocked match check count total limit attempts remaining clicks score strength length type kind provider method format
		version policy label country region verified_at is_valid`)
	factTails = strings.Fields(`status positive confirmed type details`)
	questions = strings.Fields(`has is can should needs requires show hide allow days_since`)
)

func TestGeneratedPairs(t *testing.T) {
	n := 0
	check := func(key string, want Class) {
		n++
		if got, category := Categorize(key); got != want {
			t.Errorf("%s: %v (%v), want %v", key, got, category, want)
		}
	}
	for _, datum := range strictData {
		checkAround(datum, NeverSend, check)
		for _, tail := range digestTails {
			check(datum+"_"+tail, NeverSend)
			check(tail+"_"+datum, NeverSend)
		}
	}
	for _, datum := range hashData {
		checkAround(datum, Hash, check)
		for _, tail := range []string{"hash", "hashed", "digest", "sha256"} {
			check(datum+"_"+tail, Keep)
			check(tail+"_"+datum, Keep)
		}
	}
	for _, datum := range factData {
		check("has_"+datum, NeverSend)
		check("show_"+datum, Keep)
		check(datum+"_count", Keep)
		for _, tail := range factTails {
			check(datum+"_"+tail, NeverSend)
		}
		for _, r := range roleWords {
			check(r+"_"+datum, NeverSend)
		}
	}
	t.Logf("%d keys", n)
}

func checkAround(datum string, class Class, check func(string, Class)) {
	for _, r := range roleWords {
		check(r+"_"+datum, class)
	}
	for _, tail := range valueTails {
		check(datum+"_"+tail, class)
	}
	for _, tail := range aboutTails {
		check(datum+"_"+tail, Keep)
		check("customer_"+datum+"_"+tail, Keep)
	}
	for _, q := range questions {
		check(q+"_"+datum, Keep)
	}
}

// With two sensitive phrases the stricter wins when both are heads, and a qualifier speaks for what stands before it.
func TestTwoPhrases(t *testing.T) {
	for _, strict := range strictData {
		for _, soft := range hashData {
			for key, want := range map[string]Class{
				strict + "_" + soft:                      NeverSend,
				soft + "_" + strict:                      NeverSend,
				soft + "_verified_" + strict:             NeverSend,
				strict + "_verified_" + soft:             Hash,
				strict + "_and_" + soft:                  NeverSend,
				"has_" + strict + "_" + soft:             Keep,
				strict + "_type_" + soft + "_updated_at": Keep,
			} {
				if got := Classify(key); got != want {
					t.Errorf("%s: %v, want %v", key, got, want)
				}
			}
		}
	}
}
