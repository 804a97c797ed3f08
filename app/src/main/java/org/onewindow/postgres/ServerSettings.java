package org.onewindow.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the server we carry along is set up.
 *
 * @param durable false only for tests, whose data may be lost
 * @param connections how many clients at most
 * @param binaries where the server's programs are unpacked; null for the server's own folder
 */
public record ServerSettings(
        boolean durable, int connections, @Nullable Path binaries) {

    /** The database's name. */
    public static final String DATABASE = "onewindow";

    /** The file PostgreSQL includes: loopback only, no socket, everything durable, no row values in the log. */
    String configuration(int port) {
        String onOrOff = durable ? "on" : "off";
        return """
                # Written by OneWindow at each start; changes here are lost.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                port = %d
                max_connections = %d
                password_encryption = 'scram-sha-256'

                fsync = %s
                full_page_writes = %s
                synchronous_commit = %s
                restart_after_crash = on

                shared_buffers = '%s'
                max_wal_size = '2GB'
                checkpoint_timeout = '15min'
                wal_level = 'replica'
                random_page_cost = 1.1
                jit = off
                idle_in_transaction_session_timeout = '5min'

                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                logging_collector = on
                log_filename = 'postgresql-%%a.log'
                log_rotation_age = '1d'
                log_truncate_on_rotation = on
                log_error_verbosity = 'terse'
                log_min_error_statement = 'panic'
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_lock_waits = on
                """.formatted(port, connections, onOrOff, onOrOff, onOrOff, durable ? "256MB" : "64MB");
    }
}
