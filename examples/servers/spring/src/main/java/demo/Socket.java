package demo;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

@ServerEndpoint(value = "/socket", configurator = Socket.Headers.class)
public class Socket {
  private static final Map<String, Session> LINKS = new ConcurrentHashMap<>();
  private static final ScheduledExecutorService PROBES =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "probes");
            thread.setDaemon(true);
            return thread;
          });
  private static volatile boolean isDraining;

  static {
    PROBES.scheduleAtFixedRate(() -> LINKS.values().forEach(Socket::probe), 30, 30, TimeUnit.SECONDS);
  }

  @OnOpen
  public void open(Session session) {
    String user = userOf(session);
    // A mini program cannot see an HTTP 401, so the refusal comes after the handshake, with a code.
    if (user == null) {
      close(session, 4401, "token refused");
      return;
    }
    if (isDraining) {
      close(session, 1012, "restart");
      return;
    }
    // The container's own limit is 8 KiB.
    session.setMaxTextMessageBufferSize(1024 * 1024);
    session.setMaxBinaryMessageBufferSize(1024 * 1024);
    session.getUserProperties().put("user", user);
    session.getUserProperties().put("alive", true);
    Session older = LINKS.put(user, session);
    if (older != null) close(older, 4409, "another device");
  }

  @OnMessage
  public void text(Session session, String message) throws IOException {
    // One writer at a time: the container refuses a second one.
    synchronized (session) {
      session.getBasicRemote().sendText(message.equals("heartbeat") ? "pong" : message);
    }
  }

  @OnMessage
  public void bytes(Session session, ByteBuffer message) throws IOException {
    synchronized (session) {
      session.getBasicRemote().sendBinary(message);
    }
  }

  @OnMessage
  public void pong(Session session, PongMessage message) {
    session.getUserProperties().put("alive", true);
  }

  @OnClose
  public void closed(Session session) {
    Object user = session.getUserProperties().get("user");
    if (user != null) LINKS.remove(user, session);
  }

  @OnError
  public void failed(Session session, Throwable error) {
    // A lost link comes here, and then to closed().
  }

  /** Closes every link with 1012 (service restart), spread out, so that the other servers are not stormed. */
  public static void drain(long spread) throws InterruptedException {
    isDraining = true;
    List<Session> all = List.copyOf(LINKS.values());
    for (Session session : all) {
      close(session, 1012, "restart");
      Thread.sleep(spread / all.size());
    }
    Thread.sleep(1000);
  }

  private static void probe(Session session) {
    if (session.getUserProperties().put("alive", false) == Boolean.FALSE) {
      close(session, CloseCodes.GOING_AWAY.getCode(), "silent");
      return;
    }
    try {
      synchronized (session) {
        session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
      }
    } catch (IOException | IllegalStateException lost) {
      // closed() follows.
    }
  }

  private static void close(Session session, int code, String reason) {
    try {
      session.close(new CloseReason(CloseCodes.getCloseCode(code), reason));
    } catch (IOException lost) {
      // It is gone already.
    }
  }

  /** Stands for your own check of the token. */
  private static String userOf(Session session) {
    String header = (String) session.getUserProperties().get("Authorization");
    List<String> query = session.getRequestParameterMap().get("token");
    String token = header != null ? header.replaceFirst("^Bearer ", "") : query != null ? query.get(0) : "";
    return token.matches("demo-\\w+") ? token.substring("demo-".length()) : null;
  }

  /** The headers are there during the handshake only. */
  public static class Headers extends ServerEndpointConfig.Configurator {
    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
      List<String> values = request.getHeaders().get("Authorization");
      if (values != null) config.getUserProperties().put("Authorization", values.get(0));
    }
  }
}
