package dev.haishin.delivery;

import java.util.List;

/** The headers that every HPACK decoder knows from the start (RFC 7541 appendix A). */
final class StaticHeaders {
  private static final String TABLE =
      """
      :authority
      :method GET
      :method POST
      :path /
      :path /index.html
      :scheme http
      :scheme https
      :status 200
      :status 204
      :status 206
      :status 304
      :status 400
      :status 404
      :status 500
      accept-charset
      accept-encoding gzip, deflate
      accept-language
      accept-ranges
      accept
      access-control-allow-origin
      age
      allow
      authorization
      cache-control
      content-disposition
      content-encoding
      content-language
      content-length
      content-location
      content-range
      content-type
      cookie
      date
      etag
      expect
      expires
      from
      host
      if-match
      if-modified-since
      if-none-match
      if-range
      if-unmodified-since
      last-modified
      link
      location
      max-forwards
      proxy-authenticate
      proxy-authorization
      range
      referer
      refresh
      retry-after
      server
      set-cookie
      strict-transport-security
      transfer-encoding
      user-agent
      vary
      via
      www-authenticate
      """;

  private static final List<HeaderField> FIELDS = TABLE.lines().map(StaticHeaders::field).toList();

  private StaticHeaders() {}

  /** How many there are. */
  static int count() {
    return FIELDS.size();
  }

  /** One of them, counted from 0. */
  static HeaderField at(int place) {
    return FIELDS.get(place);
  }

  private static HeaderField field(String line) {
    int space = line.indexOf(' ');
    return space < 0
        ? new HeaderField(line, "")
        : new HeaderField(line.substring(0, space), line.substring(space + 1));
  }
}
