import demo.Socket;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** The container that Spring Boot 3 embeds, around the recipe's endpoint, without Spring. */
public class EmbeddedTomcat {
  public static void main(String[] arguments) throws Exception {
    String folder = Files.createTempDirectory("tomcat").toString();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder);
    tomcat.setPort(Integer.parseInt(System.getenv("PORT")));
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", folder);
    context.addServletContainerInitializer(new WsSci(), null);
    context.addApplicationListener(Endpoints.class.getName());
    Tomcat.addServlet(context, "none", new org.apache.catalina.servlets.DefaultServlet());
    context.addServletMappingDecoded("/", "none");
    tomcat.start();
    System.out.println("ws://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/socket");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    Socket.drain(Long.parseLong(System.getenv("DRAIN_MS")));
                    tomcat.stop();
                  } catch (Exception failure) {
                    failure.printStackTrace();
                  }
                }));
    tomcat.getServer().await();
  }

  public static class Endpoints implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
      try {
        ServerContainer container =
            (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
        container.addEndpoint(Socket.class);
      } catch (DeploymentException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
