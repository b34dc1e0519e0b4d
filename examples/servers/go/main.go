package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/gorilla/websocket"
)

const (
	pingEvery = 30 * time.Second
	silence   = 70 * time.Second
	writeTime = 10 * time.Second
)

// Mini programs send no Origin, or one of the host's own: check the token, not the Origin.
var upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}

// A connection takes one writer at a time, so every write goes through the lock.
type link struct {
	conn *websocket.Conn
	lock sync.Mutex
}

func (l *link) write(kind int, data []byte) error {
	l.lock.Lock()
	defer l.lock.Unlock()
	l.conn.SetWriteDeadline(time.Now().Add(writeTime))
	return l.conn.WriteMessage(kind, data)
}

func (l *link) close(code int, reason string) {
	l.write(websocket.CloseMessage, websocket.FormatCloseMessage(code, reason))
	// The client answers with a close frame of its own; if it does not, this ends the read.
	l.conn.SetReadDeadline(time.Now().Add(2 * time.Second))
}

var (
	lock     sync.Mutex
	links    = map[string]*link{}
	draining bool
)

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:"+setting("PORT", "8080"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("ws://%s\n", listener.Addr())
	http.HandleFunc("/", serve)
	go http.Serve(listener, nil)

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, os.Interrupt)
	<-stop
	listener.Close()
	drain()
}

func serve(writer http.ResponseWriter, request *http.Request) {
	conn, err := upgrader.Upgrade(writer, request, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	own := &link{conn: conn}
	user, ok := userOf(request)
	if !ok {
		// A mini program cannot see an HTTP 401, so the refusal comes after the handshake, with a code.
		own.close(4401, "token refused")
		conn.ReadMessage()
		return
	}
	if !enter(user, own) {
		own.close(websocket.CloseServiceRestart, "restart")
		conn.ReadMessage()
		return
	}
	defer leave(user, own)

	done := make(chan struct{})
	defer close(done)
	go probe(own, done)
	alive := func() { conn.SetReadDeadline(time.Now().Add(silence)) }
	alive()
	conn.SetPongHandler(func(string) error { alive(); return nil })
	for {
		kind, data, err := conn.ReadMessage()
		if err != nil {
			return
		}
		alive()
		if kind == websocket.TextMessage && string(data) == "heartbeat" {
			data = []byte("pong")
		}
		if own.write(kind, data) != nil {
			return
		}
	}
}

func probe(own *link, done chan struct{}) {
	ticker := time.NewTicker(pingEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			own.write(websocket.PingMessage, nil)
		case <-done:
			return
		}
	}
}

func enter(user string, own *link) bool {
	lock.Lock()
	older := links[user]
	if !draining {
		links[user] = own
	}
	isOpen := !draining
	lock.Unlock()
	if isOpen && older != nil {
		older.close(4409, "another device")
	}
	return isOpen
}

func leave(user string, own *link) {
	lock.Lock()
	defer lock.Unlock()
	if links[user] == own {
		delete(links, user)
	}
}

// Stands for your own check of the token.
func userOf(request *http.Request) (string, bool) {
	token := strings.TrimPrefix(request.Header.Get("Authorization"), "Bearer ")
	if token == "" {
		token = request.URL.Query().Get("token")
	}
	user := strings.TrimPrefix(token, "demo-")
	return user, user != token && user != ""
}

// Closes every link with 1012 (service restart), spread over DRAIN_MS, so that the other servers are not stormed.
func drain() {
	lock.Lock()
	draining = true
	all := make([]*link, 0, len(links))
	for _, one := range links {
		all = append(all, one)
	}
	lock.Unlock()
	spread, err := time.ParseDuration(setting("DRAIN_MS", "5000") + "ms")
	if err != nil {
		log.Fatal(err)
	}
	for _, one := range all {
		one.close(websocket.CloseServiceRestart, "restart")
		time.Sleep(spread / time.Duration(len(all)))
	}
	time.Sleep(time.Second)
}

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}
