// Connections of WebRTC are the one channel that no content security policy closes, so the page
// gives the means away before anything else runs.
delete window.RTCPeerConnection;
delete window.webkitRTCPeerConnection;
