package dev.backonline.check.http;

import dev.backonline.check.Counterpart;
import dev.backonline.check.Way;

class Http2ContractTest extends HttpContractTest {
    @Override
    Way.HttpVersion version() {
        return Way.HttpVersion.HTTP_2;
    }

    /** Both sides begin by saying how they speak. */
    @Override
    protected String silence() {
        return "time-out after 0.3s";
    }

    @Override
    protected byte[] opening() {
        return Counterpart.http2Opening();
    }
}
