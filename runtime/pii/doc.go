// Package pii says what is sensitive.
package pii
