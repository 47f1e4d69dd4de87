package dev.backonline.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** An authority that signs certificates, by the JDK's own {@code keytool}. */
public final class Certificates {
    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "authority";

    private final Path file;

    public Certificates(Path folder) throws IOException, InterruptedException {
        this.file = folder.resolve("certificates.p12");
        keytool(AUTHORITY, folder.getFileName().toString(), "-ext", "bc:c");
    }

    /** All that can be right and wrong with a certificate for localhost: `good`, `expired`, `early`, `other`. Made once, since it takes a while. */
    public static Certificates forLocalhost() {
        return OfLocalhost.MADE;
    }

    private static final class OfLocalhost {
        private static final Certificates MADE = made();

        private static Certificates made() {
            try {
                var folder = Files.createTempDirectory("certificates");
                folder.toFile().deleteOnExit();
                var made = new Certificates(folder);
                made.file.toFile().deleteOnExit();
                made.sign("localhost", "good", "-validity", "30");
                made.sign("localhost", "expired", "-startdate", "-3d", "-validity", "1");
                made.sign("localhost", "early", "-startdate", "+3d", "-validity", "30");
                made.sign("chat.example.org", "other", "-validity", "30");
                return made;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    /** Another authority, which has signed none of these. */
    public Certificates strangers() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("strangers");
        var strangers = new Certificates(folder);
        folder.toFile().deleteOnExit();
        strangers.file.toFile().deleteOnExit();
        return strangers;
    }

    /** Signs a certificate for this host, with options of {@code keytool} that set its time. */
    public void sign(String host, String alias, String... times) throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of("-signer", AUTHORITY, "-ext", "san=dns:" + host));
        options.addAll(List.of(times));
        keytool(alias, alias, options.toArray(String[]::new));
    }

    /** What a server shows. */
    public SSLContext showing(String alias) throws IOException, GeneralSecurityException {
        return context(keys(alias), new TrustManager[0]);
    }

    /** Hands shaken with a client, showing it this. */
    public SSLSocket shaken(Socket client, String alias) throws IOException {
        try {
            var secured = (SSLSocket) showing(alias).getSocketFactory().createSocket(client, "", 0, false);
            secured.setUseClientMode(false);
            secured.startHandshake();
            return secured;
        } catch (GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }

    private KeyManager[] keys(String alias) throws IOException, GeneralSecurityException {
        var shown = empty();
        var all = read();
        shown.setKeyEntry(
                alias,
                all.getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                all.getCertificateChain(alias));
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(shown, PASSWORD.toCharArray());
        return managers.getKeyManagers();
    }

    /** A server that shows this, and asks for a certificate by the same authority. */
    public SSLContext demanding(String alias) throws IOException, GeneralSecurityException {
        return context(keys(alias), trusted());
    }

    /** The authority's own certificate. */
    public Pem authority() throws IOException, GeneralSecurityException {
        return pem("CERTIFICATE", read().getCertificate(AUTHORITY).getEncoded());
    }

    public Pem certificate(String alias) throws IOException, GeneralSecurityException {
        return pem("CERTIFICATE", read().getCertificate(alias).getEncoded());
    }

    public Pem key(String alias) throws IOException, GeneralSecurityException {
        return pem("PRIVATE KEY", read().getKey(alias, PASSWORD.toCharArray()).getEncoded());
    }

    private static Pem pem(String label, byte[] bytes) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Pem.parse("-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, lines, label));
    }

    /** A client that trusts in this authority only. */
    public SSLContext trusting() throws IOException, GeneralSecurityException {
        return context(new KeyManager[0], trusted());
    }

    private TrustManager[] trusted() throws IOException, GeneralSecurityException {
        var trusted = empty();
        trusted.setCertificateEntry(AUTHORITY, read().getCertificate(AUTHORITY));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        return managers.getTrustManagers();
    }

    private void keytool(String alias, String name, String... options) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<>(List.of(keytool, "-genkeypair", "-keyalg", "EC", "-alias", alias));
        command.addAll(List.of("-dname", "CN=" + name, "-keystore", file.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + command);
        }
    }

    private KeyStore read() throws IOException, GeneralSecurityException {
        try (var stream = Files.newInputStream(file)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(stream, PASSWORD.toCharArray());
            return keys;
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(null, PASSWORD.toCharArray());
        return keys;
    }

    private static SSLContext context(KeyManager[] keys, TrustManager[] trusted) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(keys, trusted, new SecureRandom());
        return context;
    }
}
