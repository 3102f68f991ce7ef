filedesc://a.arc 127.0.0.1 20140216050221 text/plain 5
1 0 A

http://a.example/b c?d=E 127.0.0.1 20140216050221 text/html 75
HTTP/1.1 200 OK
Content-Type: text/html

<title>Ferry</title><p>It sails
http://a.example/a.png 127.0.0.1 20140216050221 image/png 48
HTTP/1.1 200 OK
Content-Type: image/png

‰PNG
