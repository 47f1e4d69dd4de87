package dev.backonline.check.socket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** An authority that signs certificates, by the JDK's own {@code keytool}. */
final class Certificates {
    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "authority";

    private final Path file;

    Certificates(Path folder) throws IOException, InterruptedException {
        this.file = folder.resolve("certificates.p12");
        keytool(AUTHORITY, "-ext", "bc:c");
    }

    /** Signs a certificate for this host, with options of {@code keytool} that set its time. */
    void sign(String host, String alias, String... times) throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of("-signer", AUTHORITY, "-ext", "san=dns:" + host));
        options.addAll(List.of(times));
        keytool(alias, options.toArray(String[]::new));
    }

    /** What a server shows. */
    SSLContext showing(String alias) throws IOException, GeneralSecurityException {
        var shown = empty();
        var all = read();
        shown.setKeyEntry(
                alias,
                all.getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                all.getCertificateChain(alias));
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(shown, PASSWORD.toCharArray());
        return context(managers.getKeyManagers(), new TrustManager[0]);
    }

    /** A client that trusts in this authority only. */
    SSLContext trusting() throws IOException, GeneralSecurityException {
        var trusted = empty();
        trusted.setCertificateEntry(AUTHORITY, read().getCertificate(AUTHORITY));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        return context(new KeyManager[0], managers.getTrustManagers());
    }

    private void keytool(String alias, String... options) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<>(List.of(keytool, "-genkeypair", "-keyalg", "EC", "-alias", alias));
        command.addAll(List.of("-dname", "CN=" + alias, "-keystore", file.toString(), "-storepass", PASSWORD));
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
