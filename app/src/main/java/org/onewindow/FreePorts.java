package org.onewindow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.onewindow.kernel.BadSetting;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Refuses to start on a port somebody listens on, before a database is brought up for it. The database looks after its own port,
 * on which it may be running from before.
 */
class FreePorts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext program) {
        Binder settings = Binder.get(program.getEnvironment());
        check("Port", settings, "server");
        check("Port for health and metrics", settings, "management.server");
    }

    private static void check(String what, Binder settings, String server) {
        int port = settings.bind(server + ".port", Integer.class).orElse(0);
        String address = settings.bind(server + ".address", String.class).orElse(null);
        if (port < 1) {
            // any will do, or nobody is served
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(
                    address == null
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (BindException taken) {
            throw new BadSetting(what + " " + port + " can't be had (" + taken.getMessage()
                    + "): is OneWindow running already? Stop what has it, or choose another with --port.");
        } catch (UnknownHostException unknown) {
            throw new BadSetting("There is no address " + address + " on this machine.");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
